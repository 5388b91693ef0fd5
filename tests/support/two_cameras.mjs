// People with two cameras to choose from.
import { chromium, fakeDevices, firefox } from './browsers.mjs';
import { inPage } from './in_page.mjs';

// Firefox has one fake camera only; here is another one. Runs in the page.
function secondCamera() {
    const { enumerateDevices, getUserMedia } = MediaDevices.prototype;
    const camera = { kind: 'videoinput', deviceId: 'second', label: 'Second camera', groupId: '' };
    const wants = ({ video }) => JSON.stringify(video?.deviceId ?? null).includes('"second"');
    MediaDevices.prototype.enumerateDevices = async function () {
        return [...await enumerateDevices.call(this), camera];
    };
    MediaDevices.prototype.getUserMedia = async function (constraints) {
        if (!wants(constraints)) return getUserMedia.call(this, constraints);
        const canvas = document.createElement('canvas');
        const give = ({ width, height }) => Object.assign(canvas, { width: width?.ideal ?? 1280, height: height?.ideal ?? 720 });
        give(constraints.video);
        const context = canvas.getContext('2d');
        let frame = 0;
        setInterval(() => {
            context.fillStyle = `hsl(${frame++ * 7} 60% 60%)`;
            context.fillRect(0, 0, canvas.width, canvas.height);
        }, 50);
        const stream = canvas.captureStream(20);
        Object.defineProperties(stream.getVideoTracks()[0], {
            label: { value: camera.label },
            getSettings: { value: () => ({ deviceId: camera.deviceId, width: canvas.width, height: canvas.height }) },
            applyConstraints: { value: async (wanted) => { give(wanted); } },
        });
        if (constraints.audio) (await getUserMedia.call(this, { audio: constraints.audio })).getTracks().forEach((track) => stream.addTrack(track));
        return stream;
    };
}

// Of Chromium's fake ones the second gives depth pictures, which WebRTC sends to nobody: the third is the other one.
export const cameras = { Chromium: ['fake_device_0', 'fake_device_2'], Firefox: ['Default Video Device', 'Second camera'] };

// `functions`: for inPage.
export const withTwoCameras = (scene, name, kind, ...functions) => scene.person(name, kind === 'Firefox'
    ? { browser: firefox(), prepare: inPage(secondCamera, ...functions) }
    : { browser: chromium(`${fakeDevices}=device-count=3`), prepare: inPage(...functions) });
