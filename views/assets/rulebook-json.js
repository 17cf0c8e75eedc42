'use strict';

/* Saves the text of a draft by itself: when the field is left, and at the latest ten seconds after a change. */
(function keepTheText() {
  const form = document.querySelector('form[data-autosave]');
  if (form === null || window.fetch === undefined) return;
  const field = form.querySelector('textarea');
  const guard = form.querySelector('input[name="guard"]');
  let kept = field.value;
  let timer = 0;
  let isSaving = false;
  let isWaiting = false;

  field.addEventListener('input', () => {
    if (timer === 0) timer = setTimeout(save, 10000);
  });
  field.addEventListener('blur', ({ relatedTarget }) => {
    if (relatedTarget === null || relatedTarget.type !== 'submit') save();
  });

  /* Posted while a save is under way, the form would go on from the save before it. */
  form.addEventListener('submit', (event) => {
    clearTimeout(timer);
    isWaiting = isSaving;
    if (isSaving) event.preventDefault();
  });

  /* A text that is refused or that meets another's stays as it is: the button shows the page that says so. */
  function save() {
    clearTimeout(timer);
    timer = 0;
    const { value } = field;
    if (isSaving || value === kept) return;
    isSaving = true;
    fetch(form.action, {
      method: 'POST',
      body: new URLSearchParams(new FormData(form)),
      credentials: 'same-origin',
    })
      .then((answer) => answer.text().then((html) => ({ html, isKept: answer.status === 200 })))
      .then(({ html, isKept }) => {
        const page = new window.DOMParser().parseFromString(html, 'text/html');
        const next = page.querySelector('form[data-autosave] input[name="guard"]');
        if (!isKept || next === null) return;
        guard.value = next.value;
        kept = value;
        ['#finding', '.meta', '.stack > section'].forEach((part) => {
          const [old, fresh] = [document.querySelector(part), page.querySelector(part)];
          if (old !== null && fresh !== null) old.innerHTML = fresh.innerHTML;
        });
      })
      .catch(() => undefined)
      .then(() => {
        isSaving = false;
        if (isWaiting) form.submit();
        return undefined;
      });
  }
})();
