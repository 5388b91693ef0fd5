// Checks that the browser can run Malgil, starts it, and says what to do where it cannot.

const sentences = {
    en: {
        loading: 'Loading Malgil…',
        old: 'This browser is too old for Malgil: it lacks {what}. Please open the page in a current Chrome, Firefox or Safari.',
        webgl: 'Malgil needs WebGL 2 to draw. Please switch on hardware acceleration in the settings of the browser, or use another browser.',
        download: 'Malgil could not be loaded. Please check the connection and try again.',
        crash: 'Malgil has stopped because of an error. Load the page again to go on; the others in the call are not affected.',
        reload: 'Reload',
    },
    ko: {
        loading: '말길을 불러오는 중…',
        old: '이 브라우저는 너무 오래되어 {what} 기능이 없습니다. 크롬, 파이어폭스, 사파리의 최신 버전으로 열어 주세요.',
        webgl: '화면을 그리려면 WebGL 2가 필요합니다. 브라우저 설정에서 하드웨어 가속을 켜거나 다른 브라우저로 열어 주세요.',
        download: '말길을 불러오지 못했습니다. 연결을 확인하고 다시 시도해 주세요.',
        crash: '오류가 생겨 말길이 멈췄습니다. 페이지를 다시 불러오면 이어서 쓸 수 있습니다. 통화하던 다른 분들에게는 영향이 없습니다.',
        reload: '다시 불러오기',
    },
};

const root = document.documentElement;
const asked = new URLSearchParams(location.search).get('lang') || navigator.language || 'en';
const language = asked.toLowerCase().startsWith('ko') ? 'ko' : 'en';
const say = sentences[language];
const panel = document.getElementById('boot');
const text = document.getElementById('boot-text');

function fail(sentence, reload) {
    if (root.dataset.state === 'failed' && !panel.hidden) return;
    root.dataset.state = 'failed';
    document.getElementById('stage').hidden = true;
    panel.hidden = false;
    text.setAttribute('role', 'alert');
    text.className = 'sentence';
    text.textContent = sentence;
    if (!reload) return;
    const button = document.createElement('button');
    button.textContent = say.reload;
    button.addEventListener('click', () => location.reload());
    panel.append(button);
    button.focus();
}

// What the program does not catch leaves it in the middle of something: it cannot go on. Errors of other scripts, such
// as a browser extension's, are none of its business.
function watch_for_crashes() {
    const own = new URL('.', import.meta.url).href;
    addEventListener('error', (event) => event.error && event.filename.startsWith(own) && fail(say.crash, true));
    addEventListener('unhandledrejection', (event) => event.reason instanceof WebAssembly.RuntimeError && fail(say.crash, true));
}

async function start() {
    root.lang = language;
    text.textContent = say.loading;
    if (typeof WebAssembly !== 'object') return fail(say.old.replace('{what}', 'WebAssembly'));
    if (typeof ResizeObserver !== 'function') return fail(say.old.replace('{what}', 'ResizeObserver'));
    if (typeof WebGL2RenderingContext !== 'function') return fail(say.webgl);

    // The program writes; the page's visitors read.
    const page = { framesDrawn: 0, lacksWebGL: false };
    Object.defineProperty(globalThis, 'malgil', {
        value: Object.freeze({ get framesDrawn() { return page.framesDrawn; } }),
        enumerable: true,
    });
    watch_for_crashes();
    try {
        const { default: create } = await import('./malgil.js');
        await create({ page });
    } catch (error) {
        console.error(error);
        return fail(say.download, true);
    }
    // Known, but not to be had: no GPU, or not allowed to use it. The program has ended then.
    if (page.lacksWebGL) return fail(say.webgl);
    panel.hidden = true;
    text.textContent = '';
}

start();
