// A peer written by hand, for scenes that two pages alone would not come into. The address tells what it does:
//   ?user=zoe&channel=standup   who it is; it joins at once and waits to be called
//   &collides                   answers the first offer with an offer of its own, as if both had been sent at once
//   &deaf                       takes no candidate and gives none: no connection comes about

const query = new URLSearchParams(location.search);
const self = query.get('user');
const media = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/ws`);
let connection, other, offered = false, ignoring = false;

const send = (type, body) => socket.send(JSON.stringify({ type, body: { channelName: query.get('channel'), userId: self, ...body } }));
const say = (word) => { document.documentElement.dataset.log = `${document.documentElement.dataset.log ?? ''} ${word}`; };

function withoutCandidates({ type, sdp }) {
    return { type, sdp: query.has('deaf') ? sdp.replace(/^a=candidate:.*\r\n/gm, '') : sdp };
}

function connect(userId) {
    other = userId;
    connection = new RTCPeerConnection();
    for (const track of media.getTracks()) connection.addTrack(track, media);
    connection.onicecandidate = ({ candidate }) => {
        if (!query.has('deaf')) send('send_ice_candidate', { candidate, to: other });
    };
    connection.ontrack = ({ streams: [stream] }) => {
        const video = document.querySelector('video') ?? document.createElement('video');
        Object.assign(video, { autoplay: true, muted: true, srcObject: stream });
        video.dataset.userId = other;
        document.body.append(video);
    };
}

async function describe(type) {
    await connection.setLocalDescription();
    say(type);
    send(type, { sdp: withoutCandidates(connection.localDescription), to: other });
}

async function offerReceived(from, offer) {
    if (!connection) connect(from);
    if (query.has('collides') && !offered) {
        offered = true;
        await describe('send_offer');
    }
    const collision = connection.signalingState !== 'stable';
    ignoring = collision && self < from;
    say(ignoring ? 'ignores' : collision ? 'yields' : 'takes');
    if (ignoring) return;
    if (collision) {
        // Chromium 150 sometimes gathers no candidates after a rollback: a new connection does the same for certain.
        connection.close();
        connect(from);
    }
    await connection.setRemoteDescription(withoutCandidates(offer));
    await describe('send_answer');
}

let queue = Promise.resolve();
socket.onopen = () => send('join', { protocol: 1 });
socket.onmessage = ({ data }) => {
    const { type, body, from } = JSON.parse(data);
    queue = queue.then(async () => {
        if (type === 'joined') document.documentElement.dataset.state = 'in-call';
        if (type === 'offer_sdp_received') await offerReceived(from, body);
        if (type === 'answer_sdp_received') await connection.setRemoteDescription(body);
        if (type === 'ice_candidate_received' && !query.has('deaf')) await connection.addIceCandidate(body).catch((error) => ignoring || say(error.message));
    });
};
