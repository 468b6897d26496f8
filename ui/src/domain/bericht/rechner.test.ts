import { describe, expect, it } from 'vitest';
import {
  FRIST,
  fristanfrage,
  leereSchicht,
  leseZeilen,
  QUOTE,
  quotenanfrage,
  UMFANG,
  umfangsanfrage,
} from './rechner';

describe('Anfragen', () => {
  it('fragt erst, wenn nichts fehlt', () => {
    expect(umfangsanfrage(UMFANG)).toBeNull();
    expect(umfangsanfrage({ ...UMFANG, grundgesamtheit: 600 })).toEqual({
      grundgesamtheit: 600,
      konfidenz: 0.95,
      ziel: 0.1,
      erwartete_quote: 0.02,
      erlaubte_fehler: null,
      kritische_faelle: null,
    });
  });

  it('rechnet eine einzelne Stichprobe ohne Bezeichnung und ohne Ziel', () => {
    const s = { ...leereSchicht(), bezeichnung: 'weg', grundgesamtheit: '1.600', n: '100', k: '8' };
    expect(quotenanfrage({ ...QUOTE, schichten: [s] })?.schichten).toEqual([
      { bezeichnung: '', grundgesamtheit: 1600, n: 100, k: 8, ungeklaert: 0 },
    ]);
    expect(quotenanfrage({ ...QUOTE, ziel: null, schichten: [s] })?.ziel).toBeNull();
    expect(quotenanfrage({ ...QUOTE, schichten: [s, leereSchicht()] })).toBeNull();
    expect(quotenanfrage({ ...QUOTE, schichten: [{ ...s, k: 'acht' }] })).toBeNull();
  });

  it('schickt nur die Tage, die zum Weg der Bekanntgabe gehören', () => {
    const e = { ...FRIST, abgang: '2025-01-27', ausland: true };
    expect(fristanfrage(e)?.frage).toMatchObject({ vermerk: true, abgang: '2025-01-27', ausland: false });
    expect(fristanfrage({ ...e, weg: 'zustellung' })).toBeNull();
    expect(fristanfrage({ ...e, weg: 'zustellung', zugang: '2025-01-28' })?.frage).toMatchObject({
      abgang: null,
      vermerk: false,
      ausland: true,
    });
    expect(fristanfrage({ ...FRIST, vermerk: false })).toBeNull();
    expect(fristanfrage({ ...e, vermerk: false })).not.toBeNull();
  });

  it('nimmt den Ort nur, wo er zählt', () => {
    const e = { ...FRIST, eingang: '2026-11-15', land: 'HE' };
    expect(fristanfrage({ ...e, art: 'auskunft' })?.ort?.land).toBe('HE');
    expect(fristanfrage({ ...e, art: 'ueberpruefung' })?.ort).toBeNull();
    expect(fristanfrage({ ...e, art: 'datenschutzvorfall', uhrzeit: '16:30' })?.frage).toEqual({
      art: 'datenschutzvorfall',
      kenntnis: '2026-11-15',
      uhrzeit: '16:30',
      stunden: 72,
    });
  });
});

describe('leseZeilen', () => {
  it('liest mit und ohne Bezeichnung und lässt die Kopfzeile aus', () => {
    expect(leseZeilen('Team\tN\tn\tk\r\nLeistung 1\t800\t50\t4\r\nLeistung 2\t1.200\t25\t5\t1\r\n')).toEqual([
      { bezeichnung: 'Leistung 1', grundgesamtheit: '800', n: '50', k: '4', ungeklaert: '' },
      { bezeichnung: 'Leistung 2', grundgesamtheit: '1.200', n: '25', k: '5', ungeklaert: '1' },
    ]);
    expect(leseZeilen('800\t50\t4')).toEqual([
      { bezeichnung: '', grundgesamtheit: '800', n: '50', k: '4', ungeklaert: '' },
    ]);
    // A team that is named by a number.
    expect(leseZeilen('511\t800\t50\t4\t0')[0]).toMatchObject({ bezeichnung: '511', k: '4' });
  });
});
