import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { Tab, TabList, TabPanel, Tabs } from '#client/ui/controls/tabs.tsx';

afterEach(cleanup);

const NAMES = ['orders', 'goods', 'rules'];

const Page = () => {
  const [value, setValue] = useState('orders');
  return (
    <Tabs value={value} onChange={setValue}>
      <TabList label="shop">
        {NAMES.map((name) => (
          <Tab key={name} value={name}>
            {name}
          </Tab>
        ))}
      </TabList>
      {NAMES.map((name) => (
        <TabPanel key={name} value={name}>
          <p>{`about ${name}`}</p>
        </TabPanel>
      ))}
    </Tabs>
  );
};

const tab = (name: string) => screen.getByRole('tab', { name });
const key = (name: string, init: object = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key: name, ...init });
const chosen = () =>
  screen.getAllByRole('tab').flatMap((one) => (one.getAttribute('aria-selected') === 'true' ? [one.textContent] : []));

describe('tabs', () => {
  it('show one panel, named by its tab, and only the chosen tab is in the tab order', () => {
    render(<Page />);
    expect(chosen()).toEqual(['orders']);
    const panel = screen.getByRole('tabpanel', { name: 'orders' });
    expect(panel.textContent).toBe('about orders');
    expect(tab('orders').getAttribute('aria-controls')).toBe(panel.id);
    expect(screen.getAllByRole('tabpanel')).toEqual([panel]);
    expect(screen.getAllByRole('tab').map((one) => one.tabIndex)).toEqual([0, -1, -1]);
    expect(screen.queryByText('about goods')).toBeNull();
  });

  it('are chosen by a press of the mouse’s first button, and by nothing else of it', () => {
    render(<Page />);
    fireEvent.mouseDown(tab('goods'), { button: 2 });
    fireEvent.mouseDown(tab('goods'), { button: 0, ctrlKey: true });
    expect(chosen()).toEqual(['orders']);
    fireEvent.mouseDown(tab('goods'), { button: 0 });
    expect(chosen()).toEqual(['goods']);
    expect(document.activeElement).toBe(tab('goods'));
  });

  it('are gone through by arrows, round the ends, and by Home and End', () => {
    render(<Page />);
    tab('orders').focus();
    const steps = ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'Home', 'End', 'ArrowDown'].map((name) => {
      key(name);
      return chosen();
    });
    expect(steps.flat()).toEqual(['goods', 'rules', 'orders', 'rules', 'orders', 'rules', 'rules']);
    key('Home', { altKey: true });
    expect(chosen()).toEqual(['rules']);
    expect(document.activeElement).toBe(tab('rules'));
  });
});
