import { runMocha } from './mocha.ts';
import './activation.test.ts';
import './exercises.test.ts';
import './features.test.ts';

export const run = runMocha;
