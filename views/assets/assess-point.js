'use strict';

/* Asks the server what answers and steps that are not saved yet would lead to, and shows it at once. */
(function assessOnePoint() {
  const form = document.querySelector('form[data-suggestions]');
  if (form === null) return;
  const chosenByPerson = new Set();
  let asked = 0;

  form.querySelector('[data-preview]').hidden = true;
  /* On a page that comes back with what was typed, a step without the mark of a suggestion is the person's own. */
  form.querySelectorAll('[data-fact]').forEach((field) => {
    const isSuggested = !field.querySelector('[data-preselected]').hidden;
    if (!isSuggested && field.querySelector('input[type="radio"]:checked') !== null) {
      chosenByPerson.add(field.dataset.fact);
    }
  });
  form.addEventListener('change', (event) => {
    const fact = factOf(event.target);
    if (fact !== null) chosenByPerson.add(fact);
    if (event.target.type === 'radio') refresh();
  });

  function refresh() {
    asked += 1;
    const turn = asked;
    fetch(`${form.dataset.suggestions}?${query()}`, { headers: { Accept: 'application/json' } })
      .then((answer) => (answer.ok ? answer.json() : null))
      .then((said) => {
        if (said !== null && turn === asked) show(said);
      })
      /* Without an answer the page stays as it is: saving asks the server anyway. */
      .catch(() => undefined);
  }

  /* Neither the note nor the form's token belongs into an address. */
  function query() {
    const fields = new URLSearchParams();
    form.querySelectorAll('input[type="radio"]:checked').forEach((input) => {
      fields.set(input.name, input.value);
    });
    return fields.toString();
  }

  function show({ suggestions, result }) {
    let isPreselected = false;
    form.querySelectorAll('[data-fact]').forEach((field) => {
      const suggestion = suggestions[field.dataset.fact];
      field.querySelector('[data-reason]').textContent = suggestion.reason;
      if (preselect(field, suggestion.step)) isPreselected = true;
    });
    if (isPreselected) refresh();
    else showResult(result);
  }

  function showResult({ tag, lines }) {
    const grade = form.querySelector('[data-grade]');
    grade.className = `tag big ${tag.tone}`;
    grade.textContent = tag.text;
    const list = form.querySelector('[data-lines]');
    list.textContent = '';
    lines.forEach((line) => {
      list.appendChild(document.createElement('li')).textContent = line;
    });
  }

  /* Only where nothing is set yet and the person has not chosen. Says whether the choice changed. */
  function preselect(field, step) {
    const tag = field.querySelector('[data-preselected]');
    const { fact } = field.dataset;
    const isOpen =
      form.querySelector(`input[name^="seen-${fact}-"]`).value === '' && !chosenByPerson.has(fact);
    tag.hidden = !isOpen || step === null;
    if (!isOpen) return false;
    const inputs = [...field.querySelectorAll('input[type="radio"]')];
    const before = inputs.find(({ checked }) => checked);
    const wanted = inputs.find(({ value }) => value === step);
    if (before === wanted) return false;
    if (wanted !== undefined) wanted.checked = true;
    else before.checked = false;
    return true;
  }

  function factOf(input) {
    const field = input.closest('[data-fact]');
    return field === null ? null : field.dataset.fact;
  }
})();
