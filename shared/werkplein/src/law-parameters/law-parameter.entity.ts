import { ParameterColumns } from '@werkplein/kernel';
import { Entity } from 'typeorm';
import type { LawParameterCode, LawUnit } from './law-parameter.rules.ts';

/** A rate, term or limit of the law in a period. */
@Entity({ name: 'law_parameter' })
export class LawParameterRow extends ParameterColumns<LawParameterCode, LawUnit> {}
