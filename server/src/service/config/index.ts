export { type Config, configName, isConfig, withConfig } from './config.ts';
export { readConfig } from './read.ts';
