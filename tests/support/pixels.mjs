// What is really drawn: parts of screenshots, read in a page of the test's own (PNG decoding is the browser's).

const reader = new WeakMap();

// The pixels of a rectangle in CSS pixels: RGBA, row by row.
export async function pixels(page, clip) {
    const browser = page.browser();
    if (!reader.has(browser)) reader.set(browser, await browser.newPage());
    const png = await page.screenshot({ clip, encoding: 'base64' });
    const numbers = await reader.get(browser).evaluate(async (source) => {
        const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${source}`)).blob());
        const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
        context.drawImage(image, 0, 0);
        return [...context.getImageData(0, 0, image.width, image.height).data];
    }, png);
    return numbers;
}

// The mean of all colour values, 0 to 255.
export async function brightness(page, clip) {
    const data = await pixels(page, clip);
    let sum = 0;
    for (let i = 0; i < data.length; i += 4) sum += data[i] + data[i + 1] + data[i + 2];
    return sum / (data.length / 4) / 3;
}

// The greatest distance between the colour values of one pixel: 0 is grey.
export function saturation(data) {
    let greatest = 0;
    for (let i = 0; i < data.length; i += 4) {
        const colours = [data[i], data[i + 1], data[i + 2]];
        greatest = Math.max(greatest, Math.max(...colours) - Math.min(...colours));
    }
    return greatest;
}
