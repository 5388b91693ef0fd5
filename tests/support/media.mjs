// What arrives in a <video> element. These functions run in the page: each stands alone.

// Counts the frames that a person's element presents, up to `count` or for 3 s.
export function newFrames(user, count) {
    const video = document.querySelector(`video[data-user-id="${CSS.escape(user)}"]`);
    return new Promise((resolve) => {
        let seen = 0;
        setTimeout(() => resolve(seen), 3000);
        video.requestVideoFrameCallback(function next() {
            seen += 1;
            if (seen >= count) resolve(seen);
            else video.requestVideoFrameCallback(next);
        });
    });
}

// Whether the picture is black, as that of a camera which is switched off.
export function dark(user) {
    const video = document.querySelector(`video[data-user-id="${CSS.escape(user)}"]`);
    const canvas = new OffscreenCanvas(32, 24);
    const context = canvas.getContext('2d');
    context.drawImage(video, 0, 0, 32, 24);
    const { data } = context.getImageData(0, 0, 32, 24);
    let light = 0;
    for (let i = 0; i < data.length; i += 4) light += data[i] + data[i + 1] + data[i + 2];
    return light / (data.length / 4) / 3 < 12;
}

// The energy (root mean square of the samples, 0 to 1) in the sound of a person over `span` milliseconds. Recorded and
// decoded, since an AudioContext stands still where the machine has no sound device.
export async function loudness(user, span) {
    const { srcObject } = document.querySelector(`video[data-user-id="${CSS.escape(user)}"]`);
    const recorder = new MediaRecorder(new MediaStream(srcObject.getAudioTracks()));
    const pieces = [];
    recorder.ondataavailable = ({ data }) => pieces.push(data);
    const stopped = new Promise((resolve) => { recorder.onstop = resolve; });
    recorder.start();
    await new Promise((resolve) => setTimeout(resolve, span));
    recorder.stop();
    await stopped;
    const recording = new Blob(pieces);
    if (recording.size === 0) return 0;
    const decoder = new OfflineAudioContext(1, 1, 48000);
    const sound = (await decoder.decodeAudioData(await recording.arrayBuffer())).getChannelData(0);
    return Math.sqrt(sound.reduce((sum, sample) => sum + sample * sample, 0) / sound.length);
}
