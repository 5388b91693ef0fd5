// A camera that is kinder to look at than a browser's fake one. Runs in the page before anything else does: getUserMedia
// then gives a painted person, in the colours that belong to the seed.
export function paintedCamera(seed) {
    const palettes = [
        { wall: ['#34485c', '#1d2733'], lamp: '#f2c98a', hair: '#2b1d16', skin: '#e3b08f', shirt: '#4a7c74' },
        { wall: ['#5a4a63', '#2a2430'], lamp: '#9fc7e8', hair: '#57301c', skin: '#f0c5a5', shirt: '#c08a4a' },
        { wall: ['#3f5a4b', '#1f2b26'], lamp: '#f6dfae', hair: '#14110f', skin: '#a8734f', shirt: '#5d6fa8' },
    ];
    const palette = palettes[seed % palettes.length];
    const canvas = Object.assign(document.createElement('canvas'), { width: 1280, height: 720 });
    const context = canvas.getContext('2d');

    function disc(x, y, width, height, colour) {
        context.fillStyle = colour;
        context.beginPath();
        context.ellipse(x, y, width, height, 0, 0, 2 * Math.PI);
        context.fill();
    }

    function paint(time) {
        const wall = context.createLinearGradient(0, 0, 1280, 720);
        palette.wall.forEach((colour, stop) => wall.addColorStop(stop, colour));
        context.fillStyle = wall;
        context.fillRect(0, 0, 1280, 720);
        const lamp = context.createRadialGradient(1030, 150, 10, 1030, 150, 420);
        lamp.addColorStop(0, palette.lamp);
        lamp.addColorStop(1, 'transparent');
        context.globalAlpha = 0.55;
        context.fillStyle = lamp;
        context.fillRect(0, 0, 1280, 720);
        context.globalAlpha = 0.25;
        context.fillStyle = '#000';
        for (const [x, y, width, height] of [[90, 120, 300, 16], [90, 250, 300, 16]]) context.fillRect(x, y, width, height);
        for (let book = 0; book < 8; ++book) context.fillRect(100 + book * 32, 165 + (book * 7) % 20, 22, 85 - (book * 7) % 20);
        context.globalAlpha = 1;
        const sway = 6 * Math.sin(time / 900 + seed);
        disc(640 + sway / 2, 760, 330, 260, palette.shirt);
        disc(640 + sway, 525, 62, 66, palette.skin);
        disc(640 + sway, 330, 158, 190, palette.hair);
        disc(640 + sway, 375, 128, 162, palette.skin);
        context.fillStyle = palette.hair;
        context.beginPath();
        context.ellipse(640 + sway, 265, 140, 72, 0, Math.PI, 2 * Math.PI);
        context.fill();
        for (const side of [-1, 1]) disc(640 + sway + side * 50, 365, 9, 11, '#2a211c');
        context.strokeStyle = '#8a4b3c';
        context.lineWidth = 7;
        context.lineCap = 'round';
        context.beginPath();
        context.arc(640 + sway, 420, 50, 0.25 * Math.PI, 0.75 * Math.PI);
        context.stroke();
    }

    const devices = navigator.mediaDevices;
    const genuine = devices.getUserMedia.bind(devices);
    devices.getUserMedia = async (constraints) => {
        const stream = await genuine(constraints);
        if (!constraints.video) return stream;
        for (const track of stream.getVideoTracks()) {
            track.stop();
            stream.removeTrack(track);
        }
        setInterval(() => paint(performance.now()), 1000 / 30);
        paint(0);
        stream.addTrack(canvas.captureStream(30).getVideoTracks()[0]);
        return stream;
    };
}
