import { runMocha } from './mocha.ts';
import './activation.test.ts';

export const run = runMocha;
