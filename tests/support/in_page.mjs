// For `prepare` of Scene.person: functions that run in the page before anything else does, in this order. Each stands alone.
export const inPage = (...functions) => (page) => page.evaluateOnNewDocument(functions.map((each) => `(${each})();`).join('\n'));
