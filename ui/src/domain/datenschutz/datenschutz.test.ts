import { describe, expect, it } from 'vitest';
import type { Betroffenenanfrage, ReaktionDetail, Vorfalllage, Vorfallschrittart } from '../../ipc/bindings';
import { anfrageAus, anfrageinhalt, leereAnfrage } from './anfrage';
import { fristmarke, friststand } from './anfragefrist';
import { filterAus as anfragefilter, FILTER as ANFRAGEFILTER } from './anfrageliste';
import { aufteilen as anfrageschritte, grundwort, schrittAus as anfrageschrittAus } from './anfrageschritt';
import {
  gemeldetstand,
  minutenBis,
  momentText,
  nachEnde,
  restKurz,
  restzeit,
  uhrstand,
  zeilenstand,
} from './meldefrist';
import { anfragezahlen, vorfallzahlen } from './uebersicht';
import { angefangen, leererVorfall, vorfallAus, vorfalleingabe, vorfallinhalt } from './vorfall';
import { eingeengt, FILTER, filterAus, sortierungAus } from './vorfallliste';
import { aufteilen, knopftext, leererSchritt, schrittAus } from './vorfallschritt';
import { letzterSchritt } from '../../shared/schrittverlauf';

/** Knowledge on Friday 20.11.2026 at 08:30; the hour of it does not count, so the clock ends on Monday at 09:00. */
const ENDE = '2026-11-23T09:00:00+01:00';
const um = (text: string) => Date.parse(`${text}+01:00`);

describe('the clock of a breach', () => {
  it('counts hours and minutes down, and past the end up', () => {
    expect(restzeit(ENDE, um('2026-11-20T09:00:00'))).toBe('noch 72 Stunden');
    expect(restzeit(ENDE, um('2026-11-20T19:48:00'))).toBe('noch 61 Stunden 12 Minuten');
    expect(restzeit(ENDE, um('2026-11-23T08:59:00'))).toBe('noch 1 Minute');
    expect(restzeit(ENDE, um('2026-11-23T09:00:00'))).toBe('noch 0 Minuten');
    expect(restzeit(ENDE, um('2026-11-23T14:12:00'))).toBe('seit 5 Stunden 12 Minuten abgelaufen');
    expect(restKurz(ENDE, um('2026-11-20T19:48:00'))).toBe('noch 61 Std.');
    expect(restKurz(ENDE, um('2026-11-23T08:25:00'))).toBe('noch 35 Min.');
    expect(restKurz(ENDE, um('2026-11-23T12:00:00'))).toBe('seit 3 Std. abgelaufen');
  });

  it('is over from the first second after the end', () => {
    expect(minutenBis(ENDE, um('2026-11-23T09:00:01'))).toBe(-1);
    expect(uhrstand(ENDE, um('2026-11-23T09:00:00')).art).toBe('warnung');
    expect(uhrstand(ENDE, um('2026-11-23T09:00:01'))).toEqual({ art: 'gefahr', text: 'Frist abgelaufen' });
  });

  it('warns in the last 24 hours', () => {
    expect(uhrstand(ENDE, um('2026-11-22T09:00:00')).art).toBe('info');
    expect(uhrstand(ENDE, um('2026-11-22T09:00:01')).art).toBe('warnung');
  });

  it('stops with the report, in time or late, or with the reasons for none', () => {
    const gemeldet = { art: 'gemeldet', zeit: ENDE, zeichen: '' } as const;
    expect(gemeldetstand({ ...gemeldet, verspaetung: null }).text).toBe('rechtzeitig gemeldet');
    expect(gemeldetstand({ ...gemeldet, verspaetung: 'Grund' }).art).toBe('gefahr');
    expect(gemeldetstand({ art: 'keine', begruendung: '' }).text).toBe('keine Meldung nötig');
    const zeile = {
      frist_ende: ENDE,
      uhr_laeuft: false,
      gemeldet: null,
      keine_meldung: true,
      verspaetet: false,
    };
    expect(zeilenstand(zeile, 0).text).toBe('keine Meldung nötig');
    expect(zeilenstand({ ...zeile, gemeldet: ENDE, verspaetet: true }, 0).text).toBe('verspätet gemeldet');
    expect(zeilenstand({ ...zeile, uhr_laeuft: true }, um('2026-11-23T10:00:00'))).toEqual({
      art: 'gefahr',
      text: 'seit 1 Std. abgelaufen',
    });
  });

  it('names the moment on the clock of the house', () => {
    expect(momentText('2026-11-23T08:00:00Z')).toBe('Mo 23.11.2026, 09:00 Uhr');
    expect(momentText('2026-07-01T22:30:00Z')).toBe('Do 02.07.2026, 00:30 Uhr');
  });

  it('asks for reasons only after the end', () => {
    expect(nachEnde(ENDE, '2026-11-23', '09:00')).toBe(false);
    expect(nachEnde(ENDE, '2026-11-23', '09:01')).toBe(true);
    expect(nachEnde(ENDE, null, '09:01')).toBe(false);
  });
});

describe('the entry of a breach', () => {
  const reaktion = {
    reaktion: { nummer: 'K-2026-0007', angaben: { eingang: '2026-11-20', uhrzeit: '08:30:00' } },
  } as unknown as ReaktionDetail;

  it('takes the moment of a Kundenreaktion, never its text', () => {
    const e = vorfallAus(reaktion, '12:00');
    expect(e).toEqual({
      ...leererVorfall('2026-11-20', '08:30'),
      kenntnis_durch: 'Kundenreaktion K-2026-0007',
    });
    expect(angefangen(e)).toBe(false);
  });

  it('is sent with seconds and comes back without', () => {
    const e = { ...leererVorfall('2026-11-20', '08:30'), betreff: 'Brief', daten: ['stammdaten'] };
    expect(vorfallinhalt(e)?.kenntnis_um).toBe('08:30:00');
    expect(vorfallinhalt({ ...e, kenntnis_um: null })).toBeNull();
    const gespeichert = { angaben: vorfallinhalt(e) } as Parameters<typeof vorfalleingabe>[0];
    expect(vorfalleingabe(gespeichert)).toEqual(e);
    expect(angefangen(e)).toBe(true);
  });

  it('filters only what is open at first', () => {
    expect(filterAus(FILTER)).toMatchObject({ nur_offene: true, uhr_laeuft: false, staende: [] });
    expect(filterAus({ ...FILTER, meldefrist: 'abgelaufen' }).ueberfaellig).toBe(true);
    expect(eingeengt({ ...FILTER, mit_abgeschlossenen: 'ja' })).toBe(false);
    expect(sortierungAus('frist_ende')).toBe('dringlichkeit');
    expect(sortierungAus('risiko')).toBe('risiko');
  });
});

describe('the steps of a breach', () => {
  const leer: Vorfalllage = {
    stand: 'erfasst',
    bewertung: null,
    meldung: null,
    aufsicht: null,
    betroffene: null,
    massnahmen: 0,
    nachmeldungen: 0,
    abschluss_am: null,
  };
  const mit = (risiko: 'gering' | 'hoch'): Vorfalllage => ({
    ...leer,
    bewertung: { risiko, begruendung: '' },
  });
  const alle: Vorfallschrittart[] = [
    'bewerten',
    'melden',
    'aufsicht_unterrichten',
    'benachrichtigen',
    'massnahme_ableiten',
  ];

  it('begin with the risk, and leave the hasty report open', () => {
    expect(aufteilen(alle, leer)).toEqual({
      weiter: ['bewerten', 'melden'],
      sonst: ['aufsicht_unterrichten', 'benachrichtigen', 'massnahme_ableiten'],
    });
  });

  it('lead to the report at a high risk, to the reasons at a small one', () => {
    expect(aufteilen([...alle, 'nicht_benachrichtigen'], mit('hoch')).weiter).toEqual([
      'melden',
      'benachrichtigen',
      'nicht_benachrichtigen',
    ]);
    expect(aufteilen([...alle, 'nicht_melden'], mit('gering')).weiter).toEqual(['nicht_melden']);
    expect(knopftext('bewerten', mit('gering'))).toBe('Risiko neu bewerten');
  });

  it('put the closing first once it is possible', () => {
    const lage: Vorfalllage = {
      ...mit('hoch'),
      meldung: { art: 'gemeldet', zeit: ENDE, zeichen: '', verspaetung: null },
    };
    expect(aufteilen(['aufsicht_unterrichten', 'nachmelden', 'abschliessen'], lage)).toEqual({
      weiter: ['abschliessen', 'aufsicht_unterrichten'],
      sonst: ['nachmelden'],
    });
  });

  it('send what they ask for', () => {
    const e = { ...leererSchritt(), am: '2026-11-21', um: '10:15', text: 'Text', zeichen: 'Z' };
    expect(schrittAus('melden', e)).toEqual({
      art: 'melden',
      am: '2026-11-21',
      um: '10:15:00',
      zeichen: 'Z',
      verspaetung: '',
    });
    expect(schrittAus('massnahme_ableiten', e)).toEqual({
      art: 'massnahme_ableiten',
      was: 'Text',
      bis: null,
    });
    expect(schrittAus('aufsicht_unterrichten', e)).toMatchObject({ stelle: 'Text' });
  });

  it('find the last one that counts', () => {
    const schritt = (zurueckgenommen: null | object, art = 'melden') =>
      ({ zurueckgenommen, schritt: { art } }) as never;
    expect(letzterSchritt([schritt({})])).toBeNull();
    expect(letzterSchritt([schritt(null), schritt({})])).toEqual(schritt(null));
    // A correction is undone by another one.
    expect(letzterSchritt([schritt(null), schritt(null, 'berichtigen')])).toEqual(schritt(null));
    expect(letzterSchritt([schritt(null, 'berichtigen')])).toBeNull();
  });
});

describe('a request of a person concerned', () => {
  const offen = {
    anfrage: { lage: { abschluss: null } } as Betroffenenanfrage,
    uhr: { fristende: '2026-12-21', frist_nominal: '2026-12-20', schritte: [] },
    verspaetet: false,
  };

  it('tells how near its end is', () => {
    expect(friststand(offen, '2026-12-01')).toEqual({ art: 'info', text: 'noch 20 Tage' });
    expect(friststand(offen, '2026-12-14').art).toBe('warnung');
    expect(friststand(offen, '2026-12-22')).toEqual({ art: 'gefahr', text: '1 Tag überfällig' });
  });

  it('tells how it ended', () => {
    const abschluss = { am: '2026-12-23', ergebnis: 'erfuellt', grund: '' } as const;
    const ende = { ...offen, anfrage: { lage: { abschluss } } as unknown as Betroffenenanfrage };
    expect(friststand(ende, '2027-01-01')).toEqual({ art: 'erfolg', text: 'erfüllt' });
    expect(friststand({ ...ende, verspaetet: true }, '2027-01-01').text).toBe('erfüllt, 2 Tage zu spät');
  });

  it('marks a row only where something needs to be said', () => {
    const zeile = { frist_bis: '2026-12-21', erledigt_am: null, verspaetet: false };
    expect(fristmarke(zeile, '2026-12-01')).toBeNull();
    expect(fristmarke(zeile, '2026-12-20')).toEqual({ art: 'warnung', text: 'morgen fällig' });
    expect(fristmarke({ ...zeile, erledigt_am: '2026-12-30', verspaetet: true }, '2027-01-01')?.text).toBe(
      'verspätet',
    );
  });

  it('offers an extension first only inside the first month', () => {
    const d = {
      moeglich: ['identitaet_pruefen', 'verlaengern', 'beantworten', 'abgeben'] as never[],
      verlaengerung_bis: '2026-12-21',
    };
    expect(anfrageschritte(d, '2026-12-21').weiter).toEqual([
      'identitaet_pruefen',
      'verlaengern',
      'beantworten',
    ]);
    expect(anfrageschritte(d, '2026-12-22').sonst).toEqual(['verlaengern', 'abgeben']);
  });

  it('asks for reasons where not all is done', () => {
    expect(grundwort('beantworten', 'erfuellt')?.optional).toBe(true);
    expect(grundwort('beantworten', 'teilweise')?.optional).toBeUndefined();
    expect(grundwort('abgeben', '')).toBeNull();
    const e = { am: '2026-12-01', wie: '', ergebnis: '', grund: 'Grund', an: '' };
    expect(anfrageschrittAus('verlaengern', e)).toEqual({
      art: 'verlaengern',
      unterrichtet_am: '2026-12-01',
      grund: 'Grund',
    });
  });

  it('keeps who asks apart from what is asked', () => {
    const d = {
      reaktion: { angaben: { eingang: '2026-11-20', kanal: 'telefonisch' } },
      klar: { name: 'Erika Beispiel', kontakt: '1', fallnummer: '', schilderung: 'Text' },
    } as unknown as ReaktionDetail;
    const e = anfrageAus(d);
    expect(e.klar).toEqual({ name: 'Erika Beispiel', kontakt: '1', fallnummer: '' });
    expect(anfrageinhalt(e)).toEqual({
      art: '',
      kanal: 'telefonisch',
      eingang: '2026-11-20',
      betreff: '',
      vermerk: '',
    });
    expect(anfrageinhalt({ ...leereAnfrage(''), eingang: null })).toBeNull();
  });

  it('filters only what is open at first', () => {
    expect(anfragefilter(ANFRAGEFILTER)).toMatchObject({ nur_offene: true, arten: [], ueberfaellig: false });
    expect(anfragefilter({ ...ANFRAGEFILTER, mit_erledigten: 'ja' }).nur_offene).toBe(false);
  });
});

describe('the numbers of the start page', () => {
  it('open the list that they count', () => {
    const v = vorfallzahlen({
      offen: 3,
      zu_bewerten: 1,
      uhr_laeuft: 2,
      ueberfaellig: 1,
      naechster: null,
      naechste_nummer: null,
      naechstes_ende: null,
    });
    expect(v.map((k) => [k.zahl, k.ziel.split('?')[1] ?? ''])).toEqual([
      [1, 'meldefrist=abgelaufen'],
      [2, 'meldefrist=laeuft'],
      [1, 'stand=erfasst'],
      [3, ''],
    ]);
    // The list until a day holds what is overdue as well, and the number says so.
    const a = anfragezahlen(
      { offen: 5, identitaet_offen: 1, bald: 2, ueberfaellig: 1, naechste_frist: null },
      '2026-11-23',
    );
    expect(a[1]).toMatchObject({ zahl: 3, ziel: '#/pruefliste/anfragen?faellig_bis=2026-11-30' });
  });
});
