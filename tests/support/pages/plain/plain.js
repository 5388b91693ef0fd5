// A call in as little JavaScript as it takes, on Malgil's wire protocol: trickle, perfect negotiation, a data channel.
// The benchmark's yardstick; it keeps the page's names and roles, so that one driver serves both.

const page = document.documentElement;
const lobby = document.querySelector('#lobby');
const log = document.querySelector('[role=log]');
const query = new URLSearchParams(location.search);
lobby.user.value = query.get('user') ?? '';
lobby.channel.value = query.get('channel') ?? '';

// The same as Malgil's page asks for.
const media = await navigator.mediaDevices.getUserMedia({
    audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
    video: { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } },
});
const peers = new Map();
let socket, self;

function video(userId, stream) {
    const element = document.createElement('video');
    Object.assign(element, { autoplay: true, playsInline: true, srcObject: stream });
    element.dataset.userId = userId;
    document.querySelector('#videos').append(element);
    return element;
}

const preview = video(lobby.user.value, media);
preview.muted = true;
preview.dataset.self = '';

function send(type, body) {
    socket.send(JSON.stringify({ type, body: { channelName: lobby.channel.value, userId: self, ...body } }));
}

function line(from, text, note = '') {
    const entry = document.createElement('p');
    entry.textContent = `${from} ${text} ${note}`;
    log.append(entry);
    return entry;
}

function peer(userId, offers) {
    const connection = new RTCPeerConnection();
    const it = { connection, userId, polite: self > userId, offering: false, ignoring: false };
    peers.set(userId, it);
    connection.onicecandidate = ({ candidate }) => send('send_ice_candidate', { candidate, to: userId });
    connection.ontrack = ({ streams: [stream] }) => { it.video ??= video(userId, stream); };
    connection.ondatachannel = ({ channel }) => chat(it, channel);
    connection.onnegotiationneeded = async () => {
        if (!offers && !connection.remoteDescription) return;
        it.offering = true;
        await connection.setLocalDescription();
        send('send_offer', { sdp: connection.localDescription, to: userId });
        it.offering = false;
    };
    if (offers) chat(it, connection.createDataChannel('chat'));
    for (const track of media.getTracks()) connection.addTrack(track, media);
    return it;
}

function chat(it, channel) {
    it.channel = channel;
    channel.onopen = () => { document.querySelector('#chat button').disabled = false; };
    channel.onmessage = ({ data }) => {
        const message = JSON.parse(data);
        if (message.type === 'ack') return void (it.waiting.textContent += 'delivered');
        line(it.userId, message.text);
        channel.send(JSON.stringify({ type: 'ack', id: message.id }));
    };
}

async function described(from, description) {
    const it = peers.get(from) ?? peer(from, false);
    const glare = description.type === 'offer' && (it.offering || it.connection.signalingState !== 'stable');
    it.ignoring = glare && !it.polite;
    if (it.ignoring) return;
    await it.connection.setRemoteDescription(description);
    if (description.type !== 'offer') return;
    await it.connection.setLocalDescription();
    send('send_answer', { sdp: it.connection.localDescription, to: from });
}

function left(userId) {
    peers.get(userId)?.connection.close();
    peers.get(userId)?.video?.remove();
    peers.delete(userId);
}

function received({ data }) {
    const { type, body, from } = JSON.parse(data);
    if (type === 'welcome') {
        page.dataset.state = 'in-call';
        for (const { userId } of body.peers) peer(userId, true);
    } else if (type === 'peer_left') {
        left(body.userId);
        document.querySelector('[role=status]').textContent = `${body.userId} has left`;
    } else if (type === 'ice_candidate_received') {
        peers.get(from)?.connection.addIceCandidate(body).catch(() => {});
    } else if (from) {
        described(from, body);
    }
}

lobby.onsubmit = (event) => {
    event.preventDefault();
    page.dataset.state = 'calling';
    self = preview.dataset.userId = lobby.user.value;
    socket = new WebSocket(`${location.origin.replace('http', 'ws')}/ws`);
    socket.onopen = () => send('join', { protocol: 1 });
    socket.onmessage = received;
};

document.querySelector('#hang-up').onclick = () => {
    send('quit');
    socket.close();
    for (const userId of [...peers.keys()]) left(userId);
    page.dataset.state = 'lobby';
};

document.querySelector('#chat').onsubmit = (event) => {
    event.preventDefault();
    const field = event.target.querySelector('input');
    for (const it of peers.values()) {
        it.waiting = line(self, field.value);
        it.channel.send(JSON.stringify({ type: 'text', id: 1, text: field.value }));
    }
    field.value = '';
};

for (const button of document.querySelectorAll('[aria-pressed]')) {
    button.onclick = () => {
        const on = button.ariaPressed !== 'true';
        button.ariaPressed = String(on);
        for (const track of media.getTracks()) if (track.kind === button.dataset.kind) track.enabled = on;
    };
}

page.dataset.state = 'lobby';
