import './strings.ts';
import { Outlet } from 'react-router';

export const RunFrame = () => <Outlet />;
