'use strict';

/* Whoever signs out leaves no unsaved marks behind, in this tab or any other. A session that ran out keeps them. */
(function forgetMarksOfWhoSignedOut() {
  const tabs = new window.BroadcastChannel('qinglian-signed-out');
  tabs.onmessage = forget;
  if (new URLSearchParams(window.location.search).get('notice') !== 'signed-out') return;
  forget();
  tabs.postMessage('signed out');

  function forget() {
    Object.keys(window.sessionStorage)
      .filter((name) => name.startsWith('marks '))
      .forEach((name) => window.sessionStorage.removeItem(name));
  }
})();
