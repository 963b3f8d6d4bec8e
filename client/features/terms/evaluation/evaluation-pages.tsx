import { Route, Routes, useParams } from 'react-router';
import { OWN } from '#client/features/terms/model/term-paths.ts';
import { OwnPayPage } from './own-pay-page.tsx';
import { OwnRecommendationPage } from './own-recommendation-page.tsx';
import { OwnSidesPage } from './own-sides-page.tsx';
import { PayPage } from './pay-page.tsx';
import { RecommendedPage } from './recommended-page.tsx';
import { SideFormPage } from './side-form-page.tsx';
import { SideRulesPage } from './side-rules-page.tsx';
import { SidesPage } from './sides-page.tsx';

/** Three-sided evaluation, trial of pay and recommended trainees of a class's terms; at the address of no class of whoever reads. */
export const EvaluationPages = () => (useParams().id === OWN ? <OwnPages /> : <ClassPages />);

const OwnPages = () => (
  <Routes>
    <Route path=":term/sides" element={<OwnSidesPage />} />
    <Route path=":term/pay" element={<OwnPayPage />} />
    <Route path=":term/recommended" element={<OwnRecommendationPage />} />
  </Routes>
);

const ClassPages = () => (
  <Routes>
    <Route path=":term/sides" element={<SidesPage />} />
    <Route path=":term/sides/rules" element={<SideRulesPage />} />
    <Route path=":term/sides/of/:person" element={<SideFormPage />} />
    <Route path=":term/pay" element={<PayPage />} />
    <Route path=":term/recommended" element={<RecommendedPage />} />
  </Routes>
);
