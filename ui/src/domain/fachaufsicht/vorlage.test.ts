import { expect, it } from 'vitest';
import type { Abschnitt } from '../../ipc/bindings';
import {
  bedingungssatz,
  entferneMerkmal,
  fruehere,
  neuesMerkmal,
  unterschiede,
  verschiebeAbschnitt,
  verschiebeMerkmal,
} from './vorlage';

const bogen = (): Abschnitt[] => [
  { titel: 'A', merkmale: [neuesMerkmal('a1'), neuesMerkmal('a2')] },
  {
    titel: 'B',
    merkmale: [{ ...neuesMerkmal('b1'), wenn: { merkmal: 'a2', antwort: ['ja', 'nein', 'teilweise'] } }],
  },
];
const folge = (b: Abschnitt[]) => b.map((a) => a.merkmale.map((m) => m.kennung).join(' '));

it('verschiebt ein Merkmal auch über die Grenze des Abschnitts', () => {
  expect(folge(verschiebeMerkmal(bogen(), 0, 0, 1))).toEqual(['a2 a1', 'b1']);
  expect(folge(verschiebeMerkmal(bogen(), 0, 1, 1))).toEqual(['a1', 'a2 b1']);
  expect(folge(verschiebeMerkmal(bogen(), 1, 0, -1))).toEqual(['a1 a2 b1', '']);
  expect(folge(verschiebeMerkmal(bogen(), 0, 0, -1))).toEqual(['a1 a2', 'b1']);
  expect(folge(verschiebeMerkmal(bogen(), 1, 0, 1))).toEqual(['a1 a2', 'b1']);
});

it('verschiebt Abschnitte nicht über den Rand', () => {
  expect(folge(verschiebeAbschnitt(bogen(), 0, 1))).toEqual(['b1', 'a1 a2']);
  expect(folge(verschiebeAbschnitt(bogen(), 0, -1))).toEqual(['a1 a2', 'b1']);
});

it('entfernt mit dem Merkmal auch die Bedingungen, die daran hängen', () => {
  const neu = entferneMerkmal(bogen(), 0, 1);
  expect(folge(neu)).toEqual(['a1', 'b1']);
  expect(neu[1]?.merkmale[0]?.wenn).toBeNull();
  expect(entferneMerkmal(bogen(), 0, 0)[1]?.merkmale[0]?.wenn).not.toBeNull();
});

it('bietet für Bedingungen nur Merkmale weiter oben an', () => {
  expect(fruehere(bogen(), 1, 0).map((m) => m.kennung)).toEqual(['a1', 'a2']);
  expect(fruehere(bogen(), 0, 0)).toEqual([]);
});

it('sagt die Bedingung als Satz', () => {
  const b = bogen();
  expect(bedingungssatz(b[1]!.merkmale[0]!, b)).toContain('mit ja, nein oder teilweise beantwortet');
  expect(bedingungssatz(b[0]!.merkmale[0]!, b)).toBe('');
});

it('nennt die Unterschiede zweier Fassungen', () => {
  const neu = entferneMerkmal(bogen(), 0, 0);
  neu[0]!.merkmale[0]!.frage = 'Anders?';
  neu[0]!.merkmale.push({ ...neuesMerkmal('c1'), frage: 'Zusätzlich?' });
  expect(unterschiede(bogen(), neu)).toEqual(['Geändert: Anders?', 'Neu: Zusätzlich?', 'Entfallen: ']);
});
