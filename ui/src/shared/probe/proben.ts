/** Entry of the page of samples (tests/pages/proben.mjs): components that no page of the application shows yet. */
import { mount, type Component } from 'svelte';
import '../stil/app.css';
import '../thema.svelte';
import Kalenderprobe from './Kalenderprobe.svelte';

const PROBEN: Record<string, Component> = { kalender: Kalenderprobe };

const probe = PROBEN[location.hash.slice(2)];
if (probe) mount(probe, { target: document.body });
