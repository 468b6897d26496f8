import { describe, expect, it } from 'vitest';
import type {
  Kundenreaktion,
  Reaktionsregeln,
  Reaktionsuebersicht,
  Reaktionszeile,
} from '../../ipc/bindings';
import {
  angabenAus,
  angefangen,
  antwortErwuenscht,
  eingabeAus,
  klarAus,
  leereReaktion,
  leeresAnliegen,
  mitKontakt,
  mitStelle,
  quelleAus,
  type Reaktionseingabe,
} from './angaben';
import { geltend, zeilen } from './antwortzeit';
import { eingeengt, FILTER, filterAus, gemeldet, naehe, sortierungAus, weitereGesetzt, zuTun } from './liste';
import { ausLink } from '../../shared/listenfilter.svelte';
import { antwortAus, durchzusehen, leereSichtung, uebernommen, type Sichtungsquelle } from './sichtung';
import { beispieltext, stuecke, unbekannte } from './textbaustein';
import { kennzahlen } from './uebersicht';

const eingabe = (felder: Partial<Reaktionseingabe> = {}): Reaktionseingabe => ({
  ...leereReaktion('telefonisch', '2026-11-23', '09:30'),
  art: 'beschwerde',
  betreff: 'Niemand ruft zurück',
  ...felder,
});

const KLAR = { name: 'Erika Beispiel', kontakt: '0361 0', fallnummer: '12', schilderung: 'Sie wartet.' };

describe('Angaben', () => {
  it('gehen mit Sekunden hinaus und kommen ohne zurück', () => {
    const e = eingabe({ anliegen: [{ ...leeresAnliegen(), art: 'verhalten' }], klar: KLAR });
    const angaben = angabenAus(e);
    expect(angaben).toMatchObject({
      uhrzeit: '09:30:00',
      anliegen: [{ art: 'verhalten', sachgebiet: null, team_id: null, ursache: null }],
      antwort_erwuenscht: true,
    });
    const zurueck = eingabeAus({ angaben } as Kundenreaktion, KLAR);
    expect(zurueck.uhrzeit).toBe('09:30');
    expect(angabenAus(zurueck)).toEqual(angaben);
    expect(angabenAus({ ...e, eingang: null })).toBeNull();
  });

  it('enthalten bei einer Dienstaufsichtsbeschwerde weder Text noch Anliegen noch Person', () => {
    const e = eingabe({ art: 'dienstaufsichtsbeschwerde', klar: KLAR, antwort_erwuenscht: true });
    expect(angabenAus(e)).toMatchObject({ anliegen: [], antwort_erwuenscht: false });
    expect(klarAus(e)).toEqual({ name: '', kontakt: '', fallnummer: '', schilderung: '' });
    expect(mitKontakt(e)).toBe(false);
    expect(quelleAus(e)).toMatchObject({ schilderung: '', fallnummer: '', sachgebiet: '' });
  });

  it('fragen bei einem Lob nicht nach dem Kontakt, bis eine Antwort gewünscht ist', () => {
    const lob = eingabe({ art: 'lob' });
    expect([antwortErwuenscht(lob), mitKontakt(lob)]).toEqual([false, false]);
    expect(mitKontakt({ ...lob, antwort_erwuenscht: true })).toBe(true);
    expect(mitKontakt({ ...lob, klar: KLAR })).toBe(true);
  });

  it('nennen die Stelle nur, wo es eine gibt', () => {
    const e = eingabe({ andere_stelle: 'Landratsamt' });
    expect(angabenAus(e)?.andere_stelle).toBe('');
    expect(mitStelle({ ...e, kanal: 'andere_stelle' })).toBe(true);
    expect(angabenAus({ ...e, art: 'petition' })?.andere_stelle).toBe('Landratsamt');
  });

  it('sind angefangen, sobald etwas getippt oder gewählt ist', () => {
    const leer = leereReaktion('online', '2026-11-23', '08:00');
    expect(angefangen(leer)).toBe(false);
    expect(angefangen({ ...leer, betreff: ' ' })).toBe(false);
    expect(angefangen({ ...leer, art: 'lob' })).toBe(true);
    expect(angefangen({ ...leer, klar: KLAR })).toBe(true);
  });
});

describe('Sichtung', () => {
  const quelle: Sichtungsquelle = {
    betreff: 'Ablehnung',
    schilderung: '',
    kanal: 'e_mail',
    sachgebiet: 'mehrbedarf',
    team_id: 't1',
    fallnummer: '93002BG1',
    name: 'Erika Beispiel',
    erneut_seit: null,
    spaeteres: [],
  };

  it('fragt nach dem Eingang des Rechtsbehelfs nur, wenn schon gesichtet wurde', () => {
    const e = { ...leereSichtung(), rechtsbehelf: 'ja', eingang: '2026-12-09' };
    expect(antwortAus(e, quelle)?.widerspruch?.eingang).toBeNull();
    const erneut = { ...quelle, erneut_seit: '2026-11-18' };
    expect(antwortAus(e, erneut)?.widerspruch?.eingang).toBe('2026-12-09');
  });

  it('ist ohne Antwort keine', () => {
    expect(antwortAus(leereSichtung(), quelle)).toBeNull();
  });

  it('sendet bei „nein“ die Begründung und kein Verfahren', () => {
    const e = { ...leereSichtung(), rechtsbehelf: 'nein', begruendung: 'schon erfasst', datenschutz: true };
    expect(antwortAus(e, quelle)).toEqual({
      sichtung: { rechtsbehelf: false, begruendung: 'schon erfasst', datenschutz: true },
      widerspruch: null,
    });
  });

  it('übernimmt bei „ja“, was zur Reaktion schon eingetragen ist', () => {
    const e = { ...leereSichtung(), rechtsbehelf: 'ja', gegenstand: 'Ablehnung', begruendung: 'alt' };
    const antwort = antwortAus(e, quelle);
    expect(antwort?.sichtung.begruendung).toBe('');
    expect(antwort?.widerspruch).toMatchObject({
      art: 'widerspruch',
      form: 'einfache_mail',
      sachgebiet: 'mehrbedarf',
      team_id: 't1',
      fallnummer: '93002BG1',
      name: 'Erika Beispiel',
      bekanntgabe: null,
      eingang_andere_stelle: null,
    });
  });

  it('folgt der Reaktion, bis ein Feld geändert ist, auch wenn es geleert wird', () => {
    const e = { ...leereSichtung(), team_id: '', name: 'E. Beispiel' };
    expect(uebernommen(e, { ...quelle, sachgebiet: 'kdu' })).toMatchObject({
      sachgebiet: 'kdu',
      team_id: '',
      name: 'E. Beispiel',
    });
  });

  it('schlägt die Form nach dem Kanal vor und lässt sie offen, wo er nichts sagt', () => {
    const form = (kanal: string) => uebernommen(leereSichtung(), { ...quelle, kanal }).form;
    expect(['schriftlich', 'telefonisch', 'persoenlich', 'online'].map(form)).toEqual([
      'schriftlich',
      'telefonisch',
      'niederschrift',
      '',
    ]);
  });

  it('fragt bei einem Überprüfungsantrag nicht nach Bekanntgabe und Belehrung', () => {
    const e = { ...leereSichtung(), rechtsbehelf: 'ja', art: 'ueberpruefung', belehrung: 'fehlt' };
    expect(antwortAus(e, quelle)?.widerspruch).toMatchObject({
      bekanntgabe: null,
      belehrung: 'ordnungsgemaess',
      elektronische_form_genannt: true,
    });
  });

  it('sendet den Eingang bei der anderen Stelle nur, wenn es eine gab', () => {
    const e = { ...leereSichtung(), rechtsbehelf: 'ja', eingang_andere_stelle: '2026-11-20' };
    expect(antwortAus(e, quelle)?.widerspruch?.eingang_andere_stelle).toBeNull();
    expect(antwortAus(e, { ...quelle, kanal: 'andere_stelle' })?.widerspruch?.eingang_andere_stelle).toBe(
      '2026-11-20',
    );
  });

  it('sieht Betreff und Schilderung durch, soweit der Kern sie nimmt', () => {
    expect(durchzusehen({ betreff: 'a', schilderung: 'b' })).toBe('a\nb');
    expect(durchzusehen({ betreff: '', schilderung: ' ' })).toBe('');
    expect(durchzusehen({ betreff: 'a', schilderung: 'b'.repeat(20_000) })).toHaveLength(10_200);
  });
});

describe('Liste', () => {
  it('zeigt am Anfang nur offene', () => {
    expect(filterAus(FILTER)).toMatchObject({ nur_offene: true, arten: [], wiederholt: false });
    expect(eingeengt(FILTER)).toBe(false);
    expect(eingeengt({ ...FILTER, mit_erledigten: 'ja' })).toBe(false);
    expect(eingeengt({ ...FILTER, art: 'lob' })).toBe(true);
  });

  it('kennt jeden Filter hinter „Weitere Filter“', () => {
    const vorn = ['suche', 'mit_erledigten', 'art', 'stand', 'sachgebiet', 'zustaendig_team'];
    const alle = Object.fromEntries(Object.keys(FILTER).map((k) => [k, 'x'])) as typeof FILTER;
    expect(weitereGesetzt(alle)).toBe(Object.keys(FILTER).length - vorn.length);
  });

  it('sortiert nach Dringlichkeit, solange niemand etwas anderes wählt', () => {
    expect([null, 'naechster_tag', 'eingang'].map(sortierungAus)).toEqual([
      'dringlichkeit',
      'dringlichkeit',
      'eingang',
    ]);
  });

  const zeile = (felder: Partial<Reaktionszeile>) =>
    ({
      art: 'beschwerde',
      stand: 'offen',
      naechster_tag: '2026-11-26',
      bestaetigung_bis: '2026-11-26',
      bestaetigt_am: null,
      antwort_bis: '2026-12-07',
      urteil: null,
      rechtsbehelf: false,
      ergebnis: null,
      ...felder,
    }) as Reaktionszeile;

  it('sagt, was als Nächstes zu tun ist', () => {
    const soll: [Partial<Reaktionszeile>, string][] = [
      [{ stand: 'eingegangen' }, 'sichten'],
      [{}, 'Eingang bestätigen'],
      [{ bestaetigt_am: '2026-11-24', naechster_tag: '2026-12-07' }, 'antworten'],
      [{ art: 'dienstaufsichtsbeschwerde' }, 'abgeben'],
      [{ stand: 'wartet', naechster_tag: '2026-12-20' }, 'nachfragen'],
      [{ stand: 'wartet' }, 'Eingang bestätigen'],
      [{ stand: 'beantwortet' }, 'beurteilen'],
      [{ stand: 'beantwortet', art: 'lob' }, 'abschließen'],
      [{ stand: 'beantwortet', urteil: 'berechtigt' }, 'abschließen'],
      [{ stand: 'beantwortet', rechtsbehelf: true, ergebnis: 'ohne_antwort' }, 'abschließen'],
      [{ bestaetigung_bis: null, antwort_bis: null }, 'klären und beenden'],
      [{ stand: 'erledigt' }, ''],
    ];
    for (const [felder, wort] of soll) expect(zuTun(zeile(felder)), JSON.stringify(felder)).toBe(wort);
  });

  it('nennt Nähe, und an wen gemeldet ist, in Worten', () => {
    const heute = '2026-11-23';
    expect(naehe('2026-11-22', heute)).toEqual({ art: 'gefahr', text: 'überfällig' });
    expect(naehe(heute, heute)?.text).toBe('heute');
    expect(naehe('2026-11-24', heute)?.text).toBe('morgen');
    expect(naehe('2026-11-25', heute)).toBeNull();
    expect(naehe(null, heute)).toBeNull();
    const z = { art: 'beschwerde', zustaendig_team: 'Leistung 1' } as const;
    expect(gemeldet({ ...z, stufe: 'team' })).toBeNull();
    expect(gemeldet({ ...z, stufe: null })).toBeNull();
    expect(gemeldet({ ...z, stufe: 'krm' })).toEqual({ art: 'warnung', text: 'gemeldet an: KRM' });
    expect(gemeldet({ ...z, stufe: 'geschaeftsfuehrung' })?.art).toBe('gefahr');
    // Nobody is told what is her own.
    expect(gemeldet({ ...z, zustaendig_team: null, stufe: 'krm' })?.text).toBe('80 % der Zeit verbraucht');
    expect(gemeldet({ ...z, art: 'presse', stufe: 'geschaeftsfuehrung' })).toEqual({
      art: 'info',
      text: 'sofort gemeldet an: Geschäftsführung',
    });
  });
});

describe('Textbausteine', () => {
  it('zerlegt einen Text ohne Verlust und kennt die Platzhalter in jeder Schreibung', () => {
    const text = '{Anrede},\ndanke vom {eingang}. {idee} {offen\n}';
    expect(
      stuecke(text)
        .map((s) => s.text)
        .join(''),
    ).toBe(text);
    expect(unbekannte(text)).toEqual(['{idee}']);
    expect(beispieltext('{Anrede}, {nummer} {idee}')).toBe('Guten Tag, K-2026-0012 {idee}');
  });
});

describe('Antwortzeiten', () => {
  const regel = (gueltig_ab: string, tage: number) => ({
    id: gueltig_ab,
    begruendung: '',
    version: 1,
    gueltig_ab,
    bestaetigung_arbeitstage: 3,
    antwort_kalendertage: tage,
  });
  const r: Reaktionsregeln = {
    regeln: [regel('2026-01-01', 14), regel('2027-01-01', 10)],
    vorgabe: { gueltig_ab: '1990-01-01', bestaetigung_arbeitstage: 3, antwort_kalendertage: 21 },
  };

  it('schließen lückenlos aneinander an', () => {
    expect(zeilen(r).map((z) => [z.ab, z.bis])).toEqual([
      ['2027-01-01', null],
      ['2026-01-01', '2026-12-31'],
      [null, '2025-12-31'],
    ]);
    expect(zeilen({ ...r, regeln: [] }).map((z) => [z.ab, z.bis])).toEqual([[null, null]]);
  });

  it('gelten ab ihrem ersten Tag', () => {
    const tage = (tag: string) => geltend(r, tag).antwort_kalendertage;
    expect(['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map(tage)).toEqual([21, 14, 14, 10]);
  });
});

describe('Übersicht', () => {
  const u: Reaktionsuebersicht = {
    zu_sichten: 1,
    heute: 2,
    ueberfaellig: 3,
    pausiert: 4,
    abzuschliessen: 2,
    eskaliert: 5,
    bei_geschaeftsfuehrung: 1,
    beurteilung_offen: 6,
    offen: 20,
  };

  it('öffnet zu jeder Zahl die Liste, die sie zählt', () => {
    const alle = kennzahlen(u, '2026-11-23', true);
    expect(alle.map((k) => [k.zahl, k.ziel.split('?')[1]])).toEqual([
      [1, 'stand=eingegangen'],
      [3, 'faellig_bis=2026-11-22'],
      [2, 'faellig_von=2026-11-23&faellig_bis=2026-11-23'],
      [5, 'stufe=krm'],
      [4, 'stand=wartet'],
      [2, 'stand=beantwortet'],
      [6, 'beurteilung_offen=ja'],
    ]);
    for (const k of alle) {
      const filter = ausLink(FILTER, new URLSearchParams(k.ziel.split('?')[1]));
      expect(filter && filterAus(filter).nur_offene, k.wort).toBe(true);
    }
  });

  it('zeigt die Beurteilung nur, wem sie vorgelegt werden kann', () => {
    expect(kennzahlen(u, '2026-11-23', false).some((k) => k.wort === 'Beurteilung offen')).toBe(false);
  });
});
