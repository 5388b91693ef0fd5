// A client as people write it along the well-known WebRTC tutorial: the base messages, one complete description each way,
// streams instead of tracks where the browser still has them. It knows nothing of candidates, of `to` and of protocols.

const query = new URLSearchParams(location.search);
const member = { channelName: query.get('channel'), userId: query.get('user') };
const socket = new WebSocket('ws://' + location.host + '/ws');
const remote = document.getElementById('remote');
let connection, localStream, chat;

function send(type, body) {
    socket.send(JSON.stringify({ type: type, body: Object.assign({}, member, body) }));
}

function listen(channel) {
    chat = channel;
    chat.onmessage = function (event) {
        document.getElementById('messages').append(document.createElement('li'));
        document.getElementById('messages').lastChild.textContent = event.data;
    };
    chat.onopen = function () { document.documentElement.dataset.chat = 'open'; };
}

function createConnection() {
    connection = new RTCPeerConnection();
    connection.ondatachannel = function (event) { listen(event.channel); };
    if (connection.addStream) {
        connection.addStream(localStream);
        connection.onaddstream = function (event) { remote.srcObject = event.stream; };
    } else {
        localStream.getTracks().forEach(function (track) { connection.addTrack(track, localStream); });
        connection.ontrack = function (event) { remote.srcObject = event.streams[0]; };
    }
}

// Resolves when the description has every candidate.
function describe(description) {
    return new Promise(function (resolve) {
        connection.onicecandidate = function (event) { if (!event.candidate) resolve(connection.localDescription); };
        connection.setLocalDescription(description);
    });
}

document.getElementById('call').onclick = function () {
    createConnection();
    listen(connection.createDataChannel('chat'));
    connection.createOffer().then(describe).then(function (offer) { send('send_offer', { sdp: offer }); });
};

const received = [];
socket.onmessage = function (event) {
    const message = JSON.parse(event.data);
    received.push(message.type);
    document.documentElement.dataset.received = received.join(' ');
    if (message.type === 'joined') {
        document.documentElement.dataset.state = 'in-call';
        document.documentElement.dataset.joined = message.body.join(' ');
    }
    if (message.body.sdp) document.documentElement.dataset.candidates = message.body.sdp.split('a=candidate:').length - 1;
    if (message.type === 'offer_sdp_received') {
        createConnection();
        connection.setRemoteDescription(message.body)
            .then(function () { return connection.createAnswer(); })
            .then(describe)
            .then(function (answer) { send('send_answer', { sdp: answer }); });
    }
    if (message.type === 'answer_sdp_received') connection.setRemoteDescription(message.body);
};

navigator.mediaDevices.getUserMedia({ audio: true, video: true }).then(function (stream) {
    localStream = stream;
    remote.dataset.userId = query.get('with');
    if (socket.readyState === WebSocket.OPEN) send('join', {});
    else socket.onopen = function () { send('join', {}); };
});
