import { describe, expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';
import { complaint, lines, p750 } from './console.ts';

describe('lssvcevents', () => {
  // As clients call it.
  test.each([
    '-t hardware',
    '-t hardware -d 0',
    '-t hardware -i 1440 --filter "status=open"',
    `-t hardware -m ${p750} --filter status=open`,
    '-t hardware -F --header',
    '-t hardware -F problem_num,pmh_num,refcode,status,first_time,sys_name,sys_mtms,enclosure_mtms,text',
  ])('%s', async (words) => {
    expect(await lines(new TestLab('default'), `lssvcevents ${words}`)).toEqual(['No results were found.']);
  });

  test.each<[string, string]>([
    ['', 'The parameter -t is required'],
    ['-t console', 'is not supported by parlab'],
    ['-t power', 'cannot have the value power'],
    ['-t hardware -d x', 'The parameter -d cannot have the value x'],
    ['-t hardware -d 1 -i 1', 'cannot be entered together'],
    ['-t hardware --filter open', 'The format of the filter data is invalid.'],
    ['-t hardware -F color', 'The invalid attribute is color.'],
    ['-t hardware -m nosuch', 'HSCL8018 The managed system nosuch was not found.'],
  ])('lssvcevents %s is refused', async (words, text) => {
    expect(await complaint(new TestLab('default'), `lssvcevents ${words}`)).toContain(text);
  });
});
