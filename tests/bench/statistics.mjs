// What is told of a series of measurements.

function quantile(sorted, share) {
    const place = (sorted.length - 1) * share;
    const below = sorted[Math.floor(place)];
    return below + (sorted[Math.ceil(place)] - below) * (place % 1);
}

// Median, and the middle half of the values as the spread.
export function summary(values) {
    const sorted = values.slice().sort((a, b) => a - b);
    return { median: quantile(sorted, 0.5), from: quantile(sorted, 0.25), to: quantile(sorted, 0.75) };
}
