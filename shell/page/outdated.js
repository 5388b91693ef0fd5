// Runs only in browsers without JavaScript modules (before 2018): they cannot run boot.js.
(function () {
    var korean = /^ko/.test(navigator.language || '');
    var text = document.getElementById('boot-text');
    document.documentElement.setAttribute('data-state', 'failed');
    text.setAttribute('role', 'alert');
    text.className = 'sentence';
    text.textContent = korean
        ? '이 브라우저는 너무 오래되었습니다. 크롬, 파이어폭스, 사파리의 최신 버전으로 열어 주세요.'
        : 'This browser is too old for Malgil. Please open the page in a current Chrome, Firefox or Safari.';
})();
