import { expect, it } from 'vitest';
import { nummernAus } from './nummern';

it('liest Nummern, wie sie eingefügt werden', () => {
  expect(nummernAus(' 09304BG1 \r\n\n09304BG2;09304BG3')).toEqual(['09304BG1', '09304BG2', '09304BG3']);
  // A table from Excel: the number stands first.
  expect(nummernAus('09304BG1\tLeistung 1\t400,00\n09304BG2\tLeistung 2\t')).toEqual([
    '09304BG1',
    '09304BG2',
  ]);
  // A case that is named by two columns stays one.
  expect(nummernAus('09304BG1 / 2026-0001')).toEqual(['09304BG1 / 2026-0001']);
  expect(nummernAus(' \n\t\n')).toEqual([]);
});
