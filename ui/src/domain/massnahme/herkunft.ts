/** Where a measure comes from: as an address carries it, and where the record lies in the window. */
import type { Abfragen, Herkunftsart, Massnahmenherkunft } from '../../ipc/bindings';
import { verweis, verweisMit } from '../../shared/router.svelte';

/** The form of a new measure with this origin. */
export function neuVerweis(h: Massnahmenherkunft): string {
  return verweisMit(['massnahme', 'neu'], {
    aus: h.art === 'eigen' ? '' : h.art,
    id: idVon(h) ?? '',
    frage: h.art === 'abweichung' ? h.frage : '',
    massnahme: h.art === 'kundenreaktion' && h.massnahme !== null ? String(h.massnahme) : '',
  });
}

/** The origin that an address names; on its own where it names none that is whole. */
export function ausAdresse(p: URLSearchParams): Massnahmenherkunft {
  const [aus, id, frage] = [p.get('aus') as Herkunftsart | null, p.get('id') ?? '', p.get('frage') ?? ''];
  if (id === '') return { art: 'eigen' };
  switch (aus) {
    case 'feststellung':
    case 'widerspruch':
    case 'datenschutzvorfall':
    case 'gefaehrdung':
      return { art: aus, id };
    case 'kundenreaktion': {
      const n = Number(p.get('massnahme'));
      return { art: aus, id, massnahme: Number.isInteger(n) && n > 0 ? n : null };
    }
    case 'abweichung':
      return frage === '' ? { art: 'eigen' } : { art: aus, durchgang_id: id, frage };
    default:
      return { art: 'eigen' };
  }
}

/** Id of the record; null: on its own. */
export function idVon(h: Massnahmenherkunft): string | null {
  if (h.art === 'eigen') return null;
  return h.art === 'abweichung' ? h.durchgang_id : h.id;
}

/** The page of the record and the right it asks for; null: it has none. */
export function seiteVon(h: Massnahmenherkunft): { ziel: string; recht: keyof Abfragen } | null {
  switch (h.art) {
    case 'feststellung':
      return { ziel: verweis('fachaufsicht', 'feststellungen', h.id), recht: 'feststellung.lesen' };
    case 'kundenreaktion':
      return { ziel: verweis('kundenreaktion', h.id), recht: 'kundenreaktion.lesen' };
    case 'widerspruch':
      return { ziel: verweis('widerspruch', h.id), recht: 'widerspruch.lesen' };
    case 'abweichung':
      // Deviations and their measures stand in the result, not on the sheet.
      return {
        ziel: verweisMit(['pruefliste', h.durchgang_id], { reiter: 'ergebnis' }),
        recht: 'pruefliste.lesen',
      };
    case 'datenschutzvorfall':
      return { ziel: verweis('pruefliste', 'vorfaelle', h.id), recht: 'datenschutzvorfall.lesen' };
    case 'gefaehrdung':
      return { ziel: verweis('pruefliste', 'gefaehrdungsatlas', h.id), recht: 'gefaehrdung.lesen' };
    case 'eigen':
      return null;
  }
}
