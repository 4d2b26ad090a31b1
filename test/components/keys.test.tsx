import { expect, test } from 'vitest';
import { KeysPage } from '#app/components/help/KeysPage.tsx';
import { isSingle, keyOf, meaning, type Press, reaches } from '#app/components/ui/keys/press.ts';
import { keyTable } from '#app/text/staff/keys.ts';
import { htmlOf } from './render.tsx';

const press = (given: Partial<Press>): Press => ({
  code: '',
  key: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  repeat: false,
  isComposing: false,
  keyCode: 0,
  ...given,
});

test('a letter goes by its place on the board, whatever かな entry writes', () => {
  expect(keyOf(press({ code: 'KeyA', key: 'a' }))).toBe('a');
  expect(keyOf(press({ code: 'KeyA', key: 'ち' }))).toBe('a');
  expect(keyOf(press({ code: 'KeyY', key: 'Y', shiftKey: true }))).toBe('Shift+y');
});

test('digits and signs go by what they write, wherever the board has them', () => {
  expect(keyOf(press({ code: 'Slash', key: '?', shiftKey: true }))).toBe('?');
  expect(keyOf(press({ code: 'IntlRo', key: '/' }))).toBe('/');
  expect(keyOf(press({ code: 'Numpad1', key: '1' }))).toBe('1');
});

test('a key of an input method, a held key and a browser key mean nothing', () => {
  const enter = { code: 'Enter', key: 'Enter' };
  expect(keyOf(press({ ...enter, isComposing: true }))).toBeNull();
  expect(keyOf(press({ ...enter, keyCode: 229 }))).toBeNull();
  expect(keyOf(press({ ...enter, repeat: true }))).toBeNull();
  expect(keyOf(press({ code: 'KeyR', key: 'r', ctrlKey: true }))).toBeNull();
  expect(keyOf(press({ code: 'KeyA', key: 'a', metaKey: true }))).toBeNull();
  expect(keyOf(press({ code: 'KeyA', key: 'a', altKey: true }))).toBeNull();
  expect(keyOf(press({ ...enter, ctrlKey: true }))).toBe('Ctrl+Enter');
});

test('in a field only Ctrl+Enter and Esc are commands, and a button answers to Enter itself', () => {
  expect(['a', '1', '/', 'Enter'].some((key) => reaches(key, 'field'))).toBe(false);
  expect(['Ctrl+Enter', 'Esc'].every((key) => reaches(key, 'field'))).toBe(true);
  expect(reaches('Enter', 'control')).toBe(false);
  expect(reaches('Enter', 'page')).toBe(true);
  expect(keyOf(press({ code: 'Space', key: ' ' }))).toBe('Space');
  expect(reaches('Space', 'control')).toBe(false);
  expect(reaches('Space', 'page')).toBe(true);
});

test('two keys in a row are one command, and a wrong second key is taken for itself', () => {
  const known = ['g q', 'g v', 'n'];
  expect(meaning('g', null, known)).toEqual({ begun: 'g' });
  expect(meaning('q', 'g', known)).toEqual({ run: 'g q' });
  expect(meaning('n', 'g', known)).toEqual({ run: 'n' });
  expect(meaning('q', null, known)).toBeNull();
});

test('what a person can switch off is every command of single characters', () => {
  expect(['a', '?', '1', 'g q', 'Space', 'Shift+y', '→'].every(isSingle)).toBe(true);
  expect(['Enter', 'Esc', 'Ctrl+Enter'].some(isSingle)).toBe(false);
});

test('キーの一覧 shows every key of the screens', () => {
  const html = htmlOf(<KeysPage />, '/staff/help/keys');
  for (const { keys } of Object.values(keyTable))
    for (const [key, label] of Object.values(keys)) {
      expect(html).toContain(`<kbd>${key}</kbd>`);
      expect(html).toContain(label);
    }
});
