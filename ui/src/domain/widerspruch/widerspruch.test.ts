import { describe, expect, it } from 'vitest';
import type {
  Fristansicht,
  Schritteintrag,
  Verfahren,
  Verfahrensfrist,
  Verfahrensschritt,
} from '../../ipc/bindings';
import {
  angabenAus,
  eingabeAus,
  klarAus,
  konfliktfelder,
  leereEingabe,
  leereKlarangaben,
  leererAdressat,
  uebernommen,
  vorschaufrage,
  type Verfahrenseingabe,
} from './angaben';
import { Bearbeitung } from '../../shared/bearbeitung.svelte';
import { bekanntgabeAus, imAusland, leererWeg, wegAus, wegText } from './bekanntgabe';
import { beideTage, fristaktionen, fristlage, kontrolllage, naechsteFrist } from './frist';
import { eingeengt, FILTER, filterAus, weitereGesetzt } from './liste';
import {
  aufteilen,
  kostenText,
  leererSchritt,
  letzterSchritt,
  schrittAus,
  schrittfelder,
  verlaufszeile,
} from './schritt';
import { abstand, tagText } from '../../shared/kalender';

const eingabe = (aenderung: Partial<Verfahrenseingabe> = {}): Verfahrenseingabe => ({
  ...leereEingabe(),
  gegenstand: 'Ablehnung Umzug',
  eingang: '2026-11-12',
  weg: { ...leererWeg(), abgang: '2026-10-26' },
  sachgebiet: 'kdu',
  ...aenderung,
});

describe('Bekanntgabe', () => {
  it('sends only what its way needs, and reads it back', () => {
    for (const [weg, erwartet] of [
      ['post_inland', { aufgabe_zur_post: '2026-10-26', vermerk: true, zugang: '2026-11-02' }],
      ['elektronisch', { absendung: '2026-10-26', zugang: '2026-11-02' }],
      ['uebergabe_einschreiben', { aufgabe_zur_post: '2026-10-26', zugang: '2026-11-02' }],
      ['zustellung', { datum: '2026-11-02' }],
      ['post_ausland', { zugang: '2026-11-02' }],
    ] as const) {
      const b = bekanntgabeAus({ weg, abgang: '2026-10-26', vermerk: true, zugang: '2026-11-02' });
      expect(b).toEqual({ art: weg, ...erwartet });
      expect(bekanntgabeAus(wegAus(b))).toEqual(b);
    }
  });

  it('is not sent while the day that counts is missing', () => {
    expect(bekanntgabeAus({ ...{ ...leererWeg(), vermerk: true }, abgang: null })).toBeNull();
    expect(bekanntgabeAus({ ...leererWeg(), weg: 'zustellung', abgang: '2026-10-26' })).toBeNull();
    // Without a note nothing is needed: that there is no deadline is the answer.
    expect(bekanntgabeAus({ ...leererWeg(), vermerk: false })).not.toBeNull();
  });

  it('is abroad by the way or as chosen, never a letter at home', () => {
    expect(imAusland('post_ausland', false)).toBe(true);
    expect(imAusland('zustellung', true)).toBe(true);
    expect(imAusland('post_inland', true)).toBe(false);
  });

  it('reads in one line', () => {
    expect(
      wegText({ art: 'post_inland', aufgabe_zur_post: '2026-10-26', vermerk: false, zugang: '2026-11-02' }),
    ).toBe('Brief im Inland, Aufgabe zur Post am 26.10.2026, ohne Vermerk in der Akte, Zugang am 02.11.2026');
    expect(wegText(null)).toBe('nicht bekannt');
  });
});

describe('Angaben', () => {
  it('leave out what the choices hide', () => {
    const a = angabenAus(
      eingabe({
        eingang_andere_stelle: '2026-11-10',
        andere_stelle: 'Stadtverwaltung',
        form_nachgeholt_am: '2026-11-15',
      }),
    );
    expect(a).toMatchObject({ eingang_andere_stelle: null, andere_stelle: '', form_nachgeholt_am: null });
    expect(angabenAus(eingabe({ form: 'telefonisch', form_nachgeholt_am: '2026-11-15' }))).toMatchObject({
      form_nachgeholt_am: '2026-11-15',
    });
    expect(angabenAus(eingabe({ art: 'ueberpruefung', weitere: [leererAdressat()] }))).toMatchObject({
      bekanntgabe: null,
      weitere: [],
    });
  });

  it('keep a stored procedure as it is', () => {
    const angaben = angabenAus(
      eingabe({ weitere: [{ ...leererAdressat(), weg: { ...leererWeg(), abgang: '2026-10-27' } }] }),
    );
    const v = { art: 'widerspruch', angaben } as Verfahren;
    expect(angabenAus(eingabeAus(v, null))).toEqual(angaben);
  });

  it('ask for a preview only with receipt and way', () => {
    expect(vorschaufrage(eingabe({ eingang: null }))).toBeNull();
    expect(vorschaufrage(eingabe({ weg: { ...leererWeg(), vermerk: true } }))).toBeNull();
    expect(vorschaufrage(eingabe({ art: 'ueberpruefung', weg: leererWeg() }))).not.toBeNull();
  });

  it('carry a late Widerspruch over into a review, with its own days', () => {
    const angaben = angabenAus(eingabe({ weitere: [leererAdressat()], begruendung_bis: '2026-12-01' }));
    const klar = { ...leereKlarangaben(), fallnummer: '1' };
    const neu = uebernommen({ art: 'widerspruch', angaben } as Verfahren, klar, 'ueberpruefung');
    expect(neu).toMatchObject({
      art: 'ueberpruefung',
      gegenstand: 'Ablehnung Umzug',
      eingang: '2026-11-12',
      begruendung_bis: null,
      weitere: [],
      fallnummer: '1',
    });
  });

  it('meet a newer state field by field, plain data as well', () => {
    const satz = (klar: object, version: number) => ({
      art: 'widerspruch',
      angaben: angabenAus(eingabe()),
      version,
      klar: { ...leereKlarangaben(), ...klar },
    });
    type Satz = Verfahren & { klar: ReturnType<typeof leereKlarangaben> };
    const b = new Bearbeitung(
      satz({ fallnummer: '1', name: 'Alt' }, 1) as Satz,
      (v: Satz) => eingabeAus(v, v.klar),
      konfliktfelder(
        (s) => s,
        (t) => t,
      ),
    );
    b.daten.name = 'Mein Name';
    const stand = satz({ fallnummer: '2', name: 'Anderer Name' }, 2);
    expect(b.unterschiede(stand)).toEqual([
      { titel: 'Fallnummer', ihre: '1', jetzt: '2', beruehrt: false },
      { titel: 'Name', ihre: 'Mein Name', jetzt: 'Anderer Name', beruehrt: true },
    ]);
    b.uebertrage(stand);
    expect(klarAus(b.eingabe)).toMatchObject({ fallnummer: '2', name: 'Mein Name' });
  });

  it('show every field that can be typed in a conflict', () => {
    const namen = new Set<string>(konfliktfelder(String, String).map((f) => f.name));
    // The kind stays, and the box only opens the two fields below it.
    const fehlt = Object.keys(leereEingabe()).filter((n) => !namen.has(n));
    expect(fehlt.sort()).toEqual(['andere_stelle_beteiligt', 'art']);
  });

  it('send no representative who was unticked', () => {
    const klar = {
      fallnummer: '1',
      vertretung: 'Kanzlei',
      az_gericht: 'S 1 AS 1/26',
    };
    expect(klarAus(eingabe(klar))).toMatchObject({ vertretung: '', az_gericht: '' });
    expect(klarAus(eingabe({ ...klar, bevollmaechtigt: true, art: 'klage' }))).toMatchObject({
      vertretung: 'Kanzlei',
      az_gericht: 'S 1 AS 1/26',
    });
  });
});

function ansicht(frist: Partial<Verfahrensfrist> = {}, weitere: Partial<Fristansicht> = {}): Fristansicht {
  return {
    frist: {
      id: 'f',
      verfahren_id: 'v',
      art: 'untaetigkeit',
      bezug: '',
      bezeichnung: '',
      quelle: '',
      berechnung: { art: 'gesetzt', tag: '2026-12-10' },
      tag: '2026-12-10',
      stand: 'laufend',
      erledigt_am: null,
      doppelt: false,
      kontrolle: 'unbestaetigt',
      eingetragen_von: 'a',
      erste: null,
      zweite: null,
      uebersteuerung: null,
      verlauf: [],
      version: 1,
      ...frist,
    },
    verdeckt: false,
    verspaetet: false,
    warnung: 'keine',
    bindet_haus: true,
    darf_pruefen: false,
    darf_klaeren: false,
    darf_entscheiden: false,
    ...weitere,
  };
}
const HEUTE = '2026-11-23';
const personen = [{ id: 'b', zeichen: 'WS-2', name: 'B' }];
const alles = () => true;

describe('Frist', () => {
  it('says how far a day is, also over the change of the clock', () => {
    expect(abstand(HEUTE, HEUTE)).toBe('heute');
    expect(abstand(HEUTE, '2026-11-24')).toBe('morgen');
    expect(abstand(HEUTE, '2026-11-20')).toBe('vor 3 Tagen');
    expect(abstand('2026-10-20', '2026-10-30')).toBe('in 10 Tagen');
    expect(tagText('2026-11-30')).toBe('Mo 30.11.2026');
  });

  it('never calls the lapse of the person’s own period a failure of the house', () => {
    const vorbei = { art: 'klagefrist', bezug: 'bescheid', tag: '2026-11-20' } as const;
    expect(fristlage(ansicht(vorbei, { bindet_haus: false, warnung: 'hinweis' }), HEUTE).text).toBe(
      'abgelaufen',
    );
    expect(fristlage(ansicht({ tag: '2026-11-20' }, { warnung: 'ueberschritten' }), HEUTE)).toEqual({
      art: 'gefahr',
      text: 'überschritten, vor 3 Tagen',
    });
  });

  it('tells a late remedy from a task done late', () => {
    const erledigt = { stand: 'erledigt', erledigt_am: '2026-11-17' } as const;
    const spaet = { verspaetet: true };
    expect(fristlage(ansicht({ ...erledigt, art: 'widerspruchsfrist', bezug: '1' }, spaet), HEUTE).text).toBe(
      'verspätet eingegangen (17.11.2026)',
    );
    expect(fristlage(ansicht(erledigt, spaet), HEUTE).text).toBe('zu spät erledigt (17.11.2026)');
    expect(
      fristlage(ansicht({ ...erledigt, art: 'widerspruchsfrist', bezug: '1', tag: null }), HEUTE).text,
    ).toBe('nicht berechenbar');
  });

  it('shows nothing of a day that is kept from the person', () => {
    expect(fristlage(ansicht({ tag: null }, { verdeckt: true, warnung: 'dringend' }), HEUTE).text).toBe(
      'läuft',
    );
  });

  it('names who confirmed', () => {
    const verlauf = [
      { am: '', von: 'b', ereignis: 'bestaetigt' as const, tag_alt: null, tag_neu: null, grund: '' },
    ];
    expect(kontrolllage(ansicht({ kontrolle: 'bestaetigt', verlauf }), personen).text).toBe(
      'bestätigt von WS-2',
    );
    expect(kontrolllage(ansicht({ doppelt: true }), personen).text).toBe('nicht gegengeprüft');
  });

  it('offers blind finding, not confirming, where two must find the day', () => {
    const pruefen = { darf_pruefen: true };
    expect(fristaktionen(ansicht({}, pruefen), 'b', alles)).toContain('bestaetigen');
    const blind = fristaktionen(ansicht({ doppelt: true }, { ...pruefen, verdeckt: true }), 'b', alles);
    expect(blind).toEqual(['gegenpruefen']);
    // Whose entry it is cannot check it; a second person may at this desk.
    expect(fristaktionen(ansicht({ doppelt: true }), 'a', alles)).toContain('hier_gegenpruefen');
    expect(fristaktionen(ansicht({ doppelt: true }), 'a', () => false)).toEqual([]);
  });

  it('changes what was entered by hand, and proposes another day for what was computed', () => {
    expect(fristaktionen(ansicht({ art: 'aeusserung' }), 'c', alles)).toEqual(['aendern', 'erledigen']);
    expect(fristaktionen(ansicht(), 'c', alles)).toEqual(['vorschlagen']);
    const vorschlag = { tag: '2026-12-01', grund: 'x', von: 'c', gezeichnet_von: null };
    expect(fristaktionen(ansicht({ uebersteuerung: vorschlag }), 'c', alles)).toEqual(['hier_entscheiden']);
  });

  it('keeps the first day in a difference until the person names another', () => {
    const zweite = { von: 'b', am: '', tag: '2026-12-09', grund: '' };
    expect(beideTage(ansicht({ zweite }).frist).map((s) => s.tag)).toEqual(['2026-12-10', '2026-12-09']);
    const erste = { von: 'a', am: '', tag: '2026-12-09', grund: 'gelesen' };
    expect(beideTage(ansicht({ erste, zweite }).frist)[0]).toMatchObject({
      tag: '2026-12-09',
      grund: 'gelesen',
    });
  });

  it('warns in the list by the day alone', () => {
    expect(naechsteFrist('2026-11-20', true, HEUTE)).toEqual({ art: 'gefahr', text: 'abgelaufen' });
    expect(naechsteFrist('2026-11-26', true, HEUTE)?.art).toBe('gefahr');
    expect(naechsteFrist('2026-12-01', true, HEUTE)).toEqual({ art: 'warnung', text: 'in 8 Tagen' });
    expect(naechsteFrist('2027-02-01', true, HEUTE)).toBeNull();
    // A lapsed period of the person is no alarm.
    expect(naechsteFrist('2026-11-20', false, HEUTE)).toEqual({ art: 'info', text: 'abgelaufen' });
  });
});

const eintrag = (schritt: Verfahrensschritt, zurueck = false): Schritteintrag => ({
  schritt,
  von: 'a',
  eingetragen_am: '2026-11-23T08:00:00Z',
  zurueckgenommen: zurueck ? { von: 'a', am: '', grund: 'x' } : null,
});

describe('Schritt', () => {
  it('asks for costs with a Widerspruch and never in a review', () => {
    expect(schrittfelder('absenden', 'widerspruch')).toContain('kosten');
    expect(schrittfelder('absenden', 'ueberpruefung')).not.toContain('kosten');
    expect(schrittfelder('nicht_abhelfen', 'widerspruch')).toEqual(['am']);
  });

  it('sends a share as a fraction', () => {
    const e = leererSchritt('abhelfen');
    e.am = '2026-11-20';
    e.grund = 'ermessen';
    e.kosten.anteil = '1/2';
    expect(schrittAus('abhelfen', 'widerspruch', e)).toMatchObject({
      kosten: { anteil_zaehler: 1, anteil_nenner: 2 },
      stattgabe: { grund: 'ermessen', ursache: '' },
    });
    e.kosten = { ...e.kosten, anteil: 'bruch', zaehler: 2, nenner: 3 };
    expect(schrittAus('abhelfen', 'widerspruch', e)).toMatchObject({
      kosten: { anteil_zaehler: 2, anteil_nenner: 3 },
    });
    expect(schrittAus('abhelfen', 'ueberpruefung', e)).toMatchObject({ kosten: null });
  });

  it('sends a reason only where something is granted', () => {
    const e = { ...leererSchritt('entwerfen'), ergebnis: 'zurueckweisen', grund: 'ermessen' };
    expect(schrittAus('entwerfen', 'widerspruch', e)).toMatchObject({ stattgabe: null });
    expect(schrittAus('entwerfen', 'widerspruch', { ...e, ergebnis: 'stattgeben' })).toMatchObject({
      stattgabe: { grund: 'ermessen' },
    });
    const urteil = { ...leererSchritt('gericht_entscheidet'), ausgang: 'abgewiesen', grund: 'ermessen' };
    expect(schrittAus('gericht_entscheidet', 'klage', urteil)).toMatchObject({
      stattgabe: null,
      kosten: null,
      rechtsmittel: null,
    });
  });

  it('takes back the last step that counts, and none that belongs to the Klage', () => {
    const bestaetigt = eintrag({ art: 'eingang_bestaetigen', am: '2026-11-13' });
    const zurueck = eintrag({ art: 'abhilfe_pruefen', am: '2026-11-14' }, true);
    expect(letzterSchritt([bestaetigt, zurueck])).toBe(bestaetigt);
    expect(letzterSchritt([bestaetigt, eintrag({ art: 'klage_erheben', am: '2026-11-20' })])).toBeNull();
    expect(letzterSchritt([])).toBeNull();
  });

  it('separates the way on from what ends or interrupts it', () => {
    expect(aufteilen(['abhelfen', 'zuruecknehmen', 'ruhen'])).toEqual({
      weiter: ['abhelfen'],
      sonst: ['zuruecknehmen', 'ruhen'],
    });
  });

  it('reads with its day and what it carried', () => {
    const z = verlaufszeile(
      eintrag({
        art: 'teilweise_abhelfen',
        am: '2026-11-16',
        stattgabe: { grund: 'ermessen', ursache: 'wissen' },
      }),
      'widerspruch',
      () => 'Wissen und Einarbeitung',
    );
    expect(z).toEqual({
      titel: 'Teilweise abgeholfen',
      tag: '2026-11-16',
      einzelheiten: ['Grund: Ermessen, Wissen und Einarbeitung'],
    });
    expect(
      kostenText({ anteil_zaehler: 1, anteil_nenner: 2, zuziehung_notwendig: true, betrag_cent: 35000 }),
    ).toBe('Erstattung zu 1/2, Zuziehung notwendig, 350,00\u00a0€');
  });
});

describe('Liste', () => {
  it('starts with what is open', () => {
    expect(filterAus(FILTER)).toMatchObject({ nur_offene: true, arten: [], team_id: null, frist_bis: null });
    expect(filterAus({ ...FILTER, mit_erledigten: 'ja', art: 'klage' })).toMatchObject({
      nur_offene: false,
      arten: ['klage'],
    });
  });

  it('knows whether something narrows it', () => {
    expect(eingeengt({ ...FILTER, mit_erledigten: 'ja' })).toBe(false);
    expect(eingeengt({ ...FILTER, suche: 'x' })).toBe(true);
    expect(weitereGesetzt({ ...FILTER, suche: 'x', frist_bis: '2026-12-01' })).toBe(1);
  });
});
