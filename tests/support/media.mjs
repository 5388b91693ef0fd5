// What arrives in a <video> element. These functions run in the page: each stands alone.

// The frames that a person's element has presented since this was first asked of it. It goes on counting for a while
// after each question.
export function framesPresented(user) {
    const video = document.querySelector(`video[data-user-id="${CSS.escape(user)}"]`);
    const count = video.presented ??= { frames: 0, ahead: 0 };
    const counts = count.ahead > 0;
    count.ahead = 100;
    if (!counts) {
        video.requestVideoFrameCallback(function next() {
            count.frames += 1;
            count.ahead -= 1;
            if (count.ahead > 0) video.requestVideoFrameCallback(next);
        });
    }
    return count.frames;
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
    await new Promise((resolve) => {
        recorder.ondataavailable = ({ data }) => {
            pieces.push(data);
            if (recorder.state === 'recording') recorder.stop();
        };
        recorder.onstop = resolve;
        recorder.start(span);
    });
    const recording = new Blob(pieces);
    if (recording.size === 0) return 0;
    const decoder = new OfflineAudioContext(1, 1, 48000);
    const sound = (await decoder.decodeAudioData(await recording.arrayBuffer())).getChannelData(0);
    return Math.sqrt(sound.reduce((sum, sample) => sum + sample * sample, 0) / sound.length);
}
