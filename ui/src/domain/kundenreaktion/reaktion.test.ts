import { describe, expect, it } from 'vitest';
import type {
  Kundenreaktion,
  ReaktionDetail,
  Reaktionseintrag,
  Reaktionslage,
  Reaktionsschritt,
  Reaktionsschrittart,
} from '../../ipc/bindings';
import { konfliktfelder } from './aenderung';
import { eingabeAus } from './angaben';
import {
  anliegenText,
  anliegenwerte,
  angabenwerte,
  ausgangswerte,
  eingefuegt,
  eingangText,
  nochOffen,
} from './detail';
import { markiert } from './markierung';
import {
  aufteilen,
  grundwort,
  knopftext,
  leererSchritt,
  letzterSchritt,
  schrittAus,
  schrittfelder,
  tagfeld,
  textZu,
  verlaufszeile,
  type Eigenschritt,
} from './schritt';
import { antwortlage, bestaetigungslage, pausentext, stufenlage, stufentage, ueberfaellig } from './uhr';
import { SCHRITT } from './worte';
import { anderePerson, vorschlaege, wahlfilter } from './zusammenfuehren';

const ALLE = Object.keys(SCHRITT) as Reaktionsschrittart[];

describe('Schritte', () => {
  it('send exactly what the core asks for', () => {
    const e = {
      ...leererSchritt(),
      am: '2026-11-20',
      weg: 'brief',
      text: 'Guten Tag',
      grund: 'weil es so ist',
      nachtrag: 'erst heute gesagt',
      nachfragen_am: '2026-12-04',
      warten: 'kunde',
      urteil: 'teilweise',
      an: 'Landkreis',
      zeichen: 'Z 1',
      mit: 'r2',
      bis: '2026-12-31',
      rueckmeldung: 'geholfen',
    };
    const am = '2026-11-20';
    const erwartet: Record<Eigenschritt, object> = {
      eingang_bestaetigen: { am, beitrag: null },
      beantworten: { am, weg: 'brief', beitrag: null },
      ohne_antwort: { am, grund: 'weil es so ist' },
      pausieren: {
        ab: am,
        grund: 'kunde',
        text: 'weil es so ist',
        nachfragen_am: '2026-12-04',
        begruendung: 'erst heute gesagt',
        nachgetragen_am: null,
      },
      fortsetzen: { am },
      beurteilen: { urteil: 'teilweise', begruendung: 'weil es so ist' },
      abgeben: { am, an: 'Landkreis', zeichen: 'Z 1' },
      zusammenfuehren: { am, mit: 'r2' },
      massnahme_ableiten: { was: 'weil es so ist', bis: '2026-12-31' },
      nachfragen: { am, rueckmeldung: 'geholfen' },
      abschliessen: { am },
      wieder_oeffnen: { am, grund: 'weil es so ist' },
    };
    for (const [art, inhalt] of Object.entries(erwartet)) {
      const s = schrittAus(art as Eigenschritt, e);
      expect(s).toEqual({ art, ...inhalt });
      // What is asked for as a reason arrives under the name that the core's field errors use.
      if (schrittfelder(s.art).includes('grund')) {
        const feld = grundwort(s.art).name.replace('schritt.', '');
        expect(s).toHaveProperty(feld, 'weil es so ist');
      }
      if (schrittfelder(s.art).includes('am'))
        expect(s).toHaveProperty(tagfeld(s.art).replace('schritt.', ''), am);
    }
  });

  it('carry a text to the person only where there is one', () => {
    const e = { ...leererSchritt(), text: 'Guten Tag' };
    expect(textZu('beantworten', e)).toBe('Guten Tag');
    expect(textZu('eingang_bestaetigen', { ...e, text: '  ' })).toBeNull();
    expect(textZu('ohne_antwort', e)).toBeNull();
  });

  it('are all offered, the main one first', () => {
    for (const [stand, nurAbgabe, erster] of [
      ['eingegangen', false, 'sichten'],
      ['wartet', false, 'fortsetzen'],
      ['beantwortet', false, 'beurteilung_bestaetigen'],
    ] as const) {
      const { weiter, sonst } = aufteilen(ALLE, stand, nurAbgabe);
      expect(weiter[0]).toBe(erster);
      expect([...weiter, ...sonst].toSorted()).toEqual(ALLE.toSorted());
    }
    expect(aufteilen(['sichten', 'beantworten', 'eingang_bestaetigen'], 'offen', false)).toEqual({
      weiter: ['eingang_bestaetigen', 'beantworten'],
      sonst: ['sichten'],
    });
    expect(aufteilen(['sichten', 'abgeben', 'zusammenfuehren'], 'offen', true)).toEqual({
      weiter: ['abgeben'],
      sonst: ['sichten', 'zusammenfuehren'],
    });
    expect(aufteilen(['beurteilen', 'abschliessen'], 'beantwortet', false).weiter[0]).toBe('abschliessen');
    const neu = { stand: 'eingegangen', beurteilung: null } as const;
    expect(knopftext('sichten', 'Sichten', neu)).toBe('Sichten');
    expect(knopftext('sichten', 'Sichten', { ...neu, stand: 'offen' })).toBe('Noch einmal sichten');
    expect(knopftext('beurteilen', 'Beurteilen', { ...neu, stand: 'offen' })).toBe('Beurteilen');
  });

  const eintrag = (schritt: Reaktionsschritt, zurueck = false): Reaktionseintrag => ({
    schritt,
    von: 'p1',
    eingetragen_am: '2026-11-20T08:00:00Z',
    zurueckgenommen: zurueck ? { von: 'p2', am: '2026-11-21T08:00:00Z', grund: 'versehentlich' } : null,
  });
  const gesichtet = (rechtsbehelf: boolean) =>
    eintrag({
      art: 'sichten',
      sichtung: { rechtsbehelf, begruendung: '', datenschutz: false },
      verfahren: rechtsbehelf ? 'w1' : null,
      notizen: 0,
    });

  it('read in the course of events with what they carried', () => {
    const nummer = (id: string) => ({ r2: 'K-2026-0002', w1: 'W-2026-0001' })[id] ?? '?';
    const zeile = (s: Reaktionsschritt) => verlaufszeile(eintrag(s), nummer);
    expect(zeile({ art: 'zusammenfuehren', am: '2026-11-20', mit: 'r2' })).toEqual({
      titel: 'Mit anderer Reaktion zusammengeführt',
      tag: '2026-11-20',
      einzelheiten: ['weiter in K-2026-0002'],
    });
    const pause = { art: 'pausieren', ab: '2026-11-20', grund: 'kunde', text: 'Unterlagen' } as const;
    expect(
      zeile({
        ...pause,
        nachfragen_am: '2026-12-04',
        begruendung: 'erst heute gesagt',
        nachgetragen_am: '2026-11-23',
      }).einzelheiten.slice(1),
    ).toEqual([
      'Nachfragen spätestens am 04.12.2026',
      'Nachträglich eingetragen am 23.11.2026: erst heute gesagt',
    ]);
    expect(zeile({ ...pause, nachfragen_am: null, begruendung: '', nachgetragen_am: null })).toEqual({
      titel: 'Pausiert',
      tag: '2026-11-20',
      einzelheiten: ['wartet auf die Person: Unterlagen'],
    });
    expect(zeile({ art: 'beurteilung_bestaetigen' }).tag).toBeNull();
    expect(verlaufszeile(gesichtet(true), nummer).einzelheiten).toEqual([
      'Enthält einen Rechtsbehelf: W-2026-0001.',
    ]);
    const was = 'Eingang 16.11.2026 statt 18.11.2026';
    expect(
      zeile({ art: 'berichtigen', was, begruendung: 'Stempel', neu_beurteilen: true }).einzelheiten,
    ).toEqual([was, 'Grund: Stempel', 'Die Beurteilung gilt dafür nicht mehr.']);
    expect(zeile({ art: 'abgeben', am: '2026-11-20', an: 'Kreis', zeichen: '' }).einzelheiten).toEqual([
      'an Kreis',
    ]);
  });

  it('may be taken back, but not a triage that opened a procedure', () => {
    const bestaetigt = eintrag({ art: 'eingang_bestaetigen', am: '2026-11-20', beitrag: null });
    expect(letzterSchritt([gesichtet(false), bestaetigt])).toBe(bestaetigt);
    expect(letzterSchritt([gesichtet(true)])).toBeNull();
    const weg = eintrag({ art: 'abschliessen', am: '2026-11-20' }, true);
    expect(letzterSchritt([gesichtet(true), bestaetigt, weg])).toBe(bestaetigt);
    const berichtigt = eintrag({
      art: 'berichtigen',
      was: 'Art',
      begruendung: 'Grund',
      neu_beurteilen: false,
    });
    expect(letzterSchritt([bestaetigt, berichtigt])).toBe(bestaetigt);
    expect(letzterSchritt([])).toBeNull();
  });
});

describe('Markierung', () => {
  const text = (stuecke: { text: string; grund: string | null }[]) =>
    stuecke.filter((s) => s.grund).map((s) => s.text);
  const KLAGE = 'Spricht von einer Klage.';

  it('finds a quoted place whatever its line breaks, and loses no letter', () => {
    const schilderung = 'Ich wende mich\n  gegen den Bescheid (02.11.).\nDanke.';
    const m = markiert('Wohnung', schilderung, [
      { wort: '… mich gegen den Bescheid (02.11.). …', grund: 'Wendet sich dagegen.' },
    ]);
    expect(text(m.schilderung)).toEqual(['mich\n  gegen den Bescheid (02.11.).']);
    expect(m.schilderung.map((s) => s.text).join('')).toBe(schilderung);
    expect(m.betreff).toEqual([{ text: 'Wohnung', grund: null }]);
  });

  it('divides a place that runs from the subject line into the account', () => {
    const m = markiert('Drohe mit Klage', 'beim Gericht', [
      { wort: '… mit Klage beim Gericht', grund: KLAGE },
    ]);
    expect([text(m.betreff), text(m.schilderung)]).toEqual([['mit Klage'], ['beim Gericht']]);
  });

  it('says both reasons where two places overlap, and ignores what is not there', () => {
    const m = markiert('', 'Anwalt und Klage', [
      { wort: 'Anwalt und', grund: 'A.' },
      { wort: 'und Klage', grund: 'B.' },
      { wort: 'etwas anderes', grund: 'C.' },
    ]);
    expect(m.schilderung).toEqual([
      { text: 'Anwalt ', grund: 'A.' },
      { text: 'und', grund: 'A. B.' },
      { text: ' Klage', grund: 'B.' },
    ]);
    expect(markiert('', '', []).schilderung).toEqual([]);
  });
});

const LAGE: Reaktionslage = {
  stand: 'offen',
  sichtung: null,
  rechtsbehelf: false,
  datenschutz: false,
  uhr_ab: null,
  frueher: [],
  bestaetigt_am: null,
  pausen: [],
  wartet_auf: null,
  beantwortet_am: null,
  ergebnis: null,
  beurteilung: null,
  zurueckgegeben: null,
  abgegeben_an: null,
  zusammengefuehrt_mit: null,
  massnahmen: [],
  rueckmeldung: null,
  abschluss_am: null,
};

const reaktion = (lage: Partial<Reaktionslage> = {}): Kundenreaktion => ({
  id: 'r1',
  nummer: 'K-2026-0001',
  angaben: {
    art: 'beschwerde',
    kanal: 'telefonisch',
    eingang: '2026-11-18',
    uhrzeit: '09:30:00',
    betreff: 'Auszahlung',
    andere_stelle: '',
    anliegen: [{ art: 'sachanliegen', sachgebiet: 'kdu', team_id: 't1', ursache: null }],
    antwort_erwuenscht: true,
  },
  schritte: [],
  lage: { ...LAGE, ...lage },
  pseudonym: null,
  zustaendig_team: null,
  zustaendig: null,
  verfahren_id: null,
  angelegt_von: 'p1',
  angelegt_am: '2026-11-18T08:30:00Z',
  version: 1,
});

// Received on Wednesday 18.11.2026: Monday the 23rd, and 14 days; 80 per cent of them are used on 30.11.
const detail = (lage: Partial<Reaktionslage> = {}, weitere: Partial<ReaktionDetail> = {}) =>
  ({
    reaktion: reaktion(lage),
    uhr: {
      bestaetigung_bis: '2026-11-23',
      antwort_bis: '2026-12-02',
      pausentage: 0,
      erwuenscht: true,
      frueher_verspaetet: false,
      ruht_seit: null,
      verbleibend: 0,
      stufen: [
        { stufe: 'team', ab: '2026-11-18' },
        { stufe: 'krm', ab: '2026-11-30' },
        { stufe: 'bereichsleitung', ab: '2026-12-03' },
        { stufe: 'geschaeftsfuehrung', ab: '2026-12-09' },
      ],
      schritte: [],
    },
    stufe: 'team',
    bestaetigung_verspaetet: false,
    antwort_verspaetet: false,
    ...weitere,
  }) as ReaktionDetail;

describe('Uhr', () => {
  it('says how near a deadline is', () => {
    expect(bestaetigungslage(detail(), '2026-11-18')).toEqual({ art: 'neutral', text: 'läuft, in 5 Tagen' });
    expect(bestaetigungslage(detail(), '2026-11-23')).toEqual({ art: 'warnung', text: 'läuft, heute' });
    expect(bestaetigungslage(detail(), '2026-11-24')).toEqual({ art: 'gefahr', text: '1 Tag überfällig' });
    expect(antwortlage(detail(), '2026-12-06')).toEqual({ art: 'gefahr', text: '4 Tage überfällig' });
    expect(ueberfaellig(detail(), '2026-11-23')).toEqual([]);
    expect(ueberfaellig(detail(), '2026-12-02')).toEqual(['Eingangsbestätigung 9 Tage überfällig']);
    expect(ueberfaellig(detail({ bestaetigt_am: '2026-11-20' }), '2026-12-06')).toEqual([
      'Antwort 4 Tage überfällig',
    ]);
    const abgabe = detail();
    abgabe.reaktion.angaben.art = 'dienstaufsichtsbeschwerde';
    expect(ueberfaellig(abgabe, '2026-12-03')).toEqual(['Abgabe 1 Tag überfällig']);
  });

  it('says what was done in time and what was not', () => {
    const beantwortet = { beantwortet_am: '2026-12-04', ergebnis: 'beantwortet' } as const;
    const spaet = detail(beantwortet, { antwort_verspaetet: true, bestaetigung_verspaetet: true });
    expect(antwortlage(spaet, '2026-12-20')).toEqual({
      art: 'gefahr',
      text: 'beantwortet am 04.12.2026, 2 Tage zu spät',
    });
    expect(bestaetigungslage(spaet, '2026-12-20').text).toBe(
      'mit der Antwort am 04.12.2026, 11 Tage zu spät',
    );
    expect(ueberfaellig(spaet, '2026-12-20')).toEqual([]);
    expect(bestaetigungslage(detail({ bestaetigt_am: '2026-11-20' }), '2026-12-20')).toEqual({
      art: 'erfolg',
      text: 'bestätigt am 20.11.2026',
    });
    const abgegeben = detail({ beantwortet_am: '2026-11-20', ergebnis: 'abgegeben' });
    expect(antwortlage(abgegeben, '2026-12-20').text).toBe('abgegeben am 20.11.2026');
    expect(bestaetigungslage(abgegeben, '2026-12-20').art).toBe('neutral');
  });

  it('promises nothing to who wishes no answer', () => {
    const d = detail();
    d.uhr = { ...d.uhr, erwuenscht: false };
    expect([bestaetigungslage(d, '2026-12-20').text, antwortlage(d, '2026-12-20').text]).toEqual([
      'nicht zugesagt',
      'nicht zugesagt',
    ]);
    expect(ueberfaellig(d, '2026-12-20')).toEqual([]);
  });

  it('rests with what is left', () => {
    const d = detail();
    d.uhr = { ...d.uhr, antwort_bis: null, ruht_seit: '2026-11-22', verbleibend: 1 };
    expect(antwortlage(d, '2026-12-20')).toEqual({
      art: 'info',
      text: 'pausiert seit 22.11.2026, noch 1 Tag übrig',
    });
    expect(ueberfaellig(d, '2026-12-20')).toEqual(['Eingangsbestätigung 27 Tage überfällig']);
    const pause = { ab: '2026-10-30', grund: 'kunde', nachgetragen_am: null } as const;
    expect(pausentext({ ...pause, bis: null })).toBe('seit 30.10.2026: wartet auf die Person');
    expect(pausentext({ ...pause, bis: '2026-11-01' })).toBe(
      '30.10.2026 bis 31.10.2026, 2 Tage: wartet auf die Person',
    );
    expect(pausentext({ ...pause, bis: '2026-10-31' })).toBe('30.10.2026, 1 Tag: wartet auf die Person');
    expect(pausentext({ ...pause, bis: '2026-10-30' })).toMatch(/ohne Wirkung/);
    expect(pausentext({ ...pause, bis: null, nachgetragen_am: '2026-11-20' })).toMatch(
      /, nachträglich eingetragen am 20\.11\.2026$/,
    );
  });

  const mitTeam = (weitere: Partial<ReaktionDetail>, lage: Partial<Reaktionslage> = {}) => {
    const d = detail(lage, weitere);
    d.reaktion.zustaendig_team = 't1';
    return d;
  };

  it('shows how far it has gone up', () => {
    expect(stufenlage(mitTeam({}))).toBeNull();
    const oben = mitTeam({ stufe: 'bereichsleitung' });
    expect(stufenlage(oben)).toEqual({ art: 'gefahr', text: 'gemeldet an: Bereichsleitung' });
    expect(stufentage(oben, 'Leistung 1').map((s) => [s.name, s.stand])).toEqual([
      ['Leistung 1', 'zustaendig'],
      ['Kundenreaktionsmanagement', 'gemeldet'],
      ['Bereichsleitung', 'jetzt'],
      ['Geschäftsführung', 'kommt'],
    ]);
    const fertig = mitTeam({ stufe: null }, { beantwortet_am: '2026-12-01', ergebnis: 'beantwortet' });
    expect(stufenlage(fertig)).toBeNull();
    expect(stufentage(fertig, '').map((s) => s.stand)).toEqual([
      'zustaendig',
      'gemeldet',
      'entfaellt',
      'entfaellt',
    ]);
  });

  it('tells nobody what is her own, and alarms nobody by what goes up at once', () => {
    const d = detail({}, { stufe: 'krm' });
    expect(stufenlage(d)).toEqual({ art: 'warnung', text: '80 % der Zeit verbraucht' });
    expect(stufentage(d, 'KRM').map((s) => [s.name, s.stand])).toEqual([
      ['KRM', 'zustaendig'],
      ['Bereichsleitung', 'kommt'],
      ['Geschäftsführung', 'kommt'],
    ]);
    const presse = mitTeam({ stufe: 'geschaeftsfuehrung' });
    presse.reaktion.angaben.art = 'presse';
    expect(stufenlage(presse)).toEqual({ art: 'info', text: 'sofort gemeldet an: Geschäftsführung' });
  });
});

const TITEL = {
  sachgebiet: (k: string) => `Sachgebiet ${k}`,
  ursache: (k: string) => `Ursache ${k}`,
  team: (id: string) => `Team ${id}`,
};

describe('Angaben', () => {
  it('name what an Anliegen is about', () => {
    expect(anliegenText({ art: 'sachanliegen', sachgebiet: 'kdu', team_id: 't1', ursache: 'u' }, TITEL)).toBe(
      'Sachanliegen: Sachgebiet kdu; Team t1; Ursache: Ursache u',
    );
    expect(anliegenText({ art: 'verhalten', sachgebiet: null, team_id: null, ursache: null }, TITEL)).toBe(
      'Verhalten',
    );
    expect(angabenwerte(reaktion()).map((w) => w.name)).toEqual([
      'Eingegangen',
      'Kanal',
      'Antwort erwünscht',
    ]);
    expect(anliegenwerte(reaktion(), TITEL).map((w) => w.name)).toEqual(['Anliegen']);
    expect(eingangText(reaktion().angaben)).toBe('18.11.2026, 09:30 Uhr');
  });

  it('name what came of it, and whether two persons agree', () => {
    const wert = (lage: Partial<Reaktionslage>, name: string) =>
      ausgangswerte(reaktion(lage), (id) => id ?? '–').find((w) => w.name === name)?.wert;
    expect(ausgangswerte(reaktion(), () => '')).toEqual([]);
    const b = { urteil: 'berechtigt', begruendung: 'weil', von: 'A', bestaetigt_von: null } as const;
    expect(wert({ beurteilung: b }, 'Beurteilung')).toBe('berechtigt, vorgeschlagen von A');
    expect(wert({ beurteilung: { ...b, bestaetigt_von: 'B' } }, 'Beurteilung')).toBe('berechtigt (A und B)');
    expect(
      wert({ ergebnis: 'abgegeben', abgegeben_an: 'Kreis', beantwortet_am: '2026-11-20' }, 'Ergebnis'),
    ).toBe('abgegeben am 20.11.2026 an Kreis');
    const m = { was: 'Rückruf', bis: '2026-12-31' };
    expect(wert({ massnahmen: [m, m] }, 'Maßnahme 2')).toBe('Rückruf, bis 31.12.2026');
  });

  it('of two states are compared field by field', () => {
    const e = eingabeAus(reaktion(), null);
    const texte = konfliktfelder(TITEL).map((f) => [f.name, f.text(e)]);
    // Every field of the form is compared, or a conflict in it would go unseen.
    expect(texte.map(([name]) => name).toSorted()).toEqual(Object.keys(e).toSorted());
    expect(Object.fromEntries(texte)).toMatchObject({
      art: 'Beschwerde',
      eingang: '18.11.2026',
      anliegen: 'Sachanliegen: Sachgebiet kdu; Team t1',
    });
  });
});

describe('Texte an die Person', () => {
  it('say what is still to be filled in', () => {
    expect(nochOffen('Guten Tag [Name],\n- [Was?]\n[Name] und [] und [a\nb]')).toEqual(['Name', 'Was?']);
    expect(eingefuegt(' \n', 'Guten Tag')).toBe('Guten Tag');
    expect(eingefuegt('Guten Tag\n', 'Danke')).toBe('Guten Tag\n\nDanke');
  });
});

describe('Zusammenführen', () => {
  const k = { id: 'r1' };
  const zeile = {
    nummer: 'K',
    art: 'lob',
    eingang: '2026-11-01',
    betreff: 'Dank',
    ergebnis: null,
    name: 'Erika Beispiel',
  } as const;

  it('offers what was found with all that tells it apart, never itself or what ended elsewhere', () => {
    expect(
      vorschlaege(k, [
        { ...zeile, id: 'r1' },
        { ...zeile, id: 'r2', ergebnis: 'zusammengefuehrt' },
        { ...zeile, id: 'r3' },
        { ...zeile, id: 'r4', name: null },
      ]),
    ).toEqual([
      { wert: 'r3', text: 'K, Lob vom 01.11.2026, Erika Beispiel', hinweis: 'Dank' },
      { wert: 'r4', text: 'K, Lob vom 01.11.2026', hinweis: 'Dank' },
    ]);
  });

  it('looks among the open ones, first those of the same person', () => {
    expect(wahlfilter(k, '')).toMatchObject({ suche: '', dieselbe_person_wie: 'r1', nur_offene: true });
    expect(wahlfilter(k, 'K-2026-0003')).toMatchObject({
      suche: 'K-2026-0003',
      dieselbe_person_wie: null,
      nur_offene: true,
    });
  });

  it('warns where two names differ', () => {
    const klar = { name: ' erika  BEISPIEL ', kontakt: '', fallnummer: '', schilderung: '' };
    expect(anderePerson({ klar }, zeile)).toBeNull();
    expect(anderePerson({ klar }, { name: null })).toBeNull();
    expect(anderePerson({ klar: null }, zeile)).toBeNull();
    expect(anderePerson({ klar: { ...klar, name: 'Ute Zweitbrief' } }, zeile)).toBe(
      'Andere Person: Ute Zweitbrief / Erika Beispiel. Bitte prüfen Sie das.',
    );
  });
});
