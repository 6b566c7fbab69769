import { ParameterColumns } from '@werkplein/kernel';
import { Entity } from 'typeorm';
import type { NuoParameterCode, NuoUnit } from './nuo-parameter.rules.ts';

/** A limit or term that the NUO works by in a period, or a public holiday. */
@Entity({ name: 'nuo_parameter' })
export class NuoParameterRow extends ParameterColumns<NuoParameterCode, NuoUnit> {}
