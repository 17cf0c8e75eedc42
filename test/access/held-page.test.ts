import { expect } from 'chai';
import { heldPage } from '../../src/access/held-page.ts';
import { zh } from '../../src/language/zh.ts';

describe('the page of a form that waits to be sent again', () => {
  it('shows what was typed, and no codes of steps, days or pages', () => {
    const values = ['notice-2021-harm/serious', '2021-04-26', '会前没有核对。', 'Seen by the office'];
    const form = { path: '/points/1/assess', fields: values.map((value) => ({ name: 'any', value })) };
    expect(heldPage(form, zh).typed).to.deep.equal(['会前没有核对。', 'Seen by the office']);
  });
});
