// Builds the screens when something they are made of has changed.
import { buildWeb } from './lib.ts';

buildWeb();
