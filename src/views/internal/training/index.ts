import type { Site } from '#model/site.ts';
import type { Page } from '../../page.ts';
import { coveragePages, type CoveragePage } from './coverage-page.ts';
import { drillPage, type DrillPage } from './drill-page.ts';
import { drillsAtHand } from './drills-at-hand.ts';
import { groupPage, type GroupPage } from './group-page.ts';
import { trainingPages, type TrainingPage } from './training-page.ts';

/** Any page of the training. */
export type AnyTrainingPage = TrainingPage | DrillPage | GroupPage | CoveragePage;

/**
 * All pages below `/training/`. The two of a drill follow each other, so that it is made once for both.
 */
export function allTrainingPages(site: Site): Page<AnyTrainingPage>[] {
  return [
    ...trainingPages(site),
    ...coveragePages(site),
    ...drillsAtHand(site).briefs.flatMap((brief) => [
      {
        params: { page: brief.incident },
        get model() {
          return drillPage(site, brief.record, drillsAtHand(site).drill(brief));
        },
      },
      {
        params: { page: `${brief.incident}/group` },
        get model() {
          return groupPage(site, brief.record, drillsAtHand(site).drill(brief));
        },
      },
    ]),
  ];
}
