// What the glass shows of each kind. Apart from kinds.ts, so that the list of entrants loads without it.
import type { Component } from 'vue';
import type { AspectKind } from '../marking/kind';
import MarkField from '../marking/MarkField.vue';
import StepCounter from '../marking/StepCounter.vue';
import AnswerFields from './answerKey/AnswerFields.vue';
import AnswerLine from './answerKey/AnswerLine.vue';
import BigYesNo from './binary/BigYesNo.vue';
import YesNo from './binary/YesNo.vue';
import BenchmarkOptions from './judgement/BenchmarkOptions.vue';
import FactorChoice from './factor/FactorChoice.vue';
import Value from './field/Value.vue';
import ScoreChoice from './judgement/ScoreChoice.vue';
import Result from './metric/Result.vue';
import StopWatch from './timeBand/StopWatch.vue';
import TimeUsed from './timeBand/TimeUsed.vue';
import Reading from './tolerance/Reading.vue';

/** Each is given its aspect and finds the sheet at hand. */
export interface Controls {
  /** In the row, before the mark; as 'mark' it stands in its place. */
  row: Component; as: 'control' | 'mark';
  /** Beside the sheet; null: the figure with its keys. */
  pad: Component | null;
  /** Under the figure; null: nothing. */
  tool: Component | null;
}

export const controls: Readonly<Record<AspectKind, Controls>> = {
  points: { row: MarkField, as: 'mark', pad: null, tool: null },
  binary: { row: YesNo, as: 'control', pad: BigYesNo, tool: null },
  faults: { row: StepCounter, as: 'control', pad: null, tool: null },
  count: { row: StepCounter, as: 'control', pad: null, tool: null },
  tolerance: { row: Reading, as: 'control', pad: null, tool: null },
  timeBand: { row: TimeUsed, as: 'control', pad: null, tool: StopWatch },
  judgement: { row: ScoreChoice, as: 'control', pad: BenchmarkOptions, tool: null },
  answerKey: { row: AnswerLine, as: 'control', pad: AnswerFields, tool: null },
  metric: { row: Result, as: 'control', pad: null, tool: null },
  bonus: { row: MarkField, as: 'mark', pad: null, tool: null },
  factor: { row: FactorChoice, as: 'control', pad: null, tool: null },
  field: { row: Value, as: 'control', pad: null, tool: null },
};
