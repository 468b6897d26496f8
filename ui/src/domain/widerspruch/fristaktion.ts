/** The words of what may be done with a deadline: on the button, above the dialog, and when it is done. */
import type { Verfahrensfrist } from '../../ipc/bindings';
import { datum } from '../../shared/format';
import { fristtitel, type Fristaktion } from './frist';
import { tagText } from '../../shared/kalender';

export interface Fristeingabe {
  tag: string | null;
  wahl: string;
  grund: string;
}

export interface Worte {
  knopf: string;
  titel: string;
  senden: string;
}

const worte = (knopf: string, titel: string, senden: string): Worte => ({ knopf, titel, senden });

export const AKTION: Record<Fristaktion, Worte> = {
  bestaetigen: worte('Bestätigen …', 'Frist bestätigen', 'Bestätigen'),
  gegenpruefen: worte('Gegenprüfen …', 'Frist gegenprüfen', 'Tag eintragen'),
  klaeren: worte('Klären …', 'Abweichung klären', 'Eintragen'),
  entscheiden: worte('Entscheiden …', 'Über anderen Tag entscheiden', 'Entscheiden'),
  hier_bestaetigen: worte('Hier bestätigen lassen …', 'Frist bestätigen', 'Bestätigen'),
  hier_gegenpruefen: worte('Hier gegenprüfen lassen …', 'Frist gegenprüfen', 'Tag eintragen'),
  hier_klaeren: worte('Hier klären lassen …', 'Abweichung klären', 'Eintragen'),
  hier_entscheiden: worte('Hier entscheiden lassen …', 'Über anderen Tag entscheiden', 'Entscheiden'),
  aendern: worte('Tag ändern …', 'Tag ändern', 'Tag ändern'),
  vorschlagen: worte('Anderen Tag vorschlagen …', 'Anderen Tag vorschlagen', 'Vorschlagen'),
  erledigen: worte('Als erledigt eintragen …', 'Frist als erledigt eintragen', 'Eintragen'),
  wieder_oeffnen: worte('Wieder öffnen …', 'Frist wieder öffnen', 'Wieder öffnen'),
};

/** What is done, whoever does it at this desk. */
export const ohneHier = (aktion: Fristaktion) => aktion.replace(/^hier_/, '');

export const amPlatz = (aktion: Fristaktion) => aktion.startsWith('hier_');

/** What the second person at this desk is asked for. */
export const AM_PLATZ: Partial<Record<Fristaktion, string>> = {
  hier_bestaetigen:
    'Bitte vergleichen Sie als zweite Person die Angaben mit dem Bescheid und dem Eingangsstempel.',
  hier_gegenpruefen: 'Bitte ermitteln Sie als zweite Person den letzten Tag der Frist selbst aus der Akte.',
  hier_klaeren: 'Bitte nennen Sie den Tag, an dem Sie festhalten oder dem Sie nun zustimmen.',
  hier_entscheiden: 'Bitte entscheiden Sie als zweite Person, ob der vorgeschlagene Tag gilt.',
};

/** What to say when the core agreed without a remark. */
export function erfolg(aktion: Fristaktion, f: Verfahrensfrist, e: Fristeingabe): string {
  switch (ohneHier(aktion)) {
    case 'bestaetigen':
      return `Der ${datum(f.tag)} ist bestätigt.`;
    case 'gegenpruefen':
      return 'Beide Tage stimmen überein. Die Frist ist bestätigt.';
    case 'entscheiden':
      return e.wahl === 'ja'
        ? `Es gilt der ${datum(f.uebersteuerung?.tag)}.`
        : `Es bleibt beim ${datum(f.tag)}.`;
    case 'vorschlagen':
      return `Der ${e.tag ? tagText(e.tag) : ''} ist vorgeschlagen.`;
    default:
      return `Eingetragen: ${fristtitel(f)}`;
  }
}
