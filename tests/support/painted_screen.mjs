// A screen that can be shared without anybody at the browser's dialogue: a page of text, with a tone. Runs in the page before
// anything else does.
export function paintedScreen() {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1600, height: 900 });
    const context = canvas.getContext('2d');
    let line = 0;

    function paint() {
        context.fillStyle = '#fdfdfb';
        context.fillRect(0, 0, 1600, 900);
        context.fillStyle = '#1d2733';
        context.fillRect(0, 0, 1600, 64);
        context.font = '600 26px system-ui, sans-serif';
        context.fillStyle = '#e8edf2';
        context.fillText('roadmap.md', 40, 42);
        context.font = '24px ui-monospace, monospace';
        context.fillStyle = '#20262d';
        const words = ['# What comes next', '', '- names in the grid', '- one click to join', '- nothing to install', '', '> measure, then believe', '', '## Dates', '', '| part | week |', '|---|---|', '| lobby | 47 |', '| call | 48 |', '| screens | 49 |'];
        words.forEach((text, row) => context.fillText(text, 60, 130 + row * 46));
        context.fillStyle = '#4cc38a';
        context.fillRect(40, 812, 1520 * (line++ % 100) / 100, 6);
    }

    const getDisplayMedia = async () => {
        paint();
        const timer = setInterval(paint, 1000 / 15);
        const stream = canvas.captureStream(15);
        const audio = new AudioContext();
        const tone = audio.createOscillator();
        const way = audio.createMediaStreamDestination();
        tone.connect(way);
        tone.start();
        stream.addTrack(way.stream.getAudioTracks()[0]);
        const [track] = stream.getVideoTracks();
        const ended = () => {
            clearInterval(timer);
            document.endTrack(track); // ending_tracks.mjs
        };
        addEventListener('test-sharing-ended', ended, { once: true });
        return stream;
    };
    Object.defineProperty(MediaDevices.prototype, 'getDisplayMedia', { value: getDisplayMedia, configurable: true });
}
