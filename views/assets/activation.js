'use strict';

// Follows an activation; without this script the page loads itself anew.
(() => {
  const PAUSE = 1000;
  const card = document.getElementById('activation');
  const address = card === null ? '' : card.dataset.progress;
  if (!address) return;

  async function look() {
    try {
      const answer = await fetch(address, { headers: { accept: 'application/json' } });
      if (!answer.ok) throw new Error(String(answer.status));
      const progress = await answer.json();
      if (progress.isOver) {
        window.location.reload();
        return;
      }
      document.getElementById('activation-words').textContent = progress.words;
      document.getElementById('activation-share').textContent = progress.share;
      const bar = document.getElementById('activation-bar');
      bar.max = progress.total;
      bar.value = progress.done;
    } catch {
      // A connection that is lost for a moment is tried again.
    }
    window.setTimeout(look, PAUSE);
  }

  window.setTimeout(look, PAUSE);
})();
