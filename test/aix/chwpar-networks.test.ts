import { describe, expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';
import { expectChange, expectRefusal, lifeCycle, testWorld, view, type WparChange } from './wpars.ts';

describe('addresses', () => {
  const web = 'en0:10.0.42.11:255.255.252.0:10.0.43.255';
  test.each<WparChange>([
    [
      '-N address=10.0.42.60',
      'web',
      'N',
      undefined,
      `web:${web}\nweb:en0:10.0.42.60:255.255.252.0:10.0.43.255`,
    ],
    // An active one too, at once (chwpar page).
    ['-K -N address=10.0.42.12', 'db', 'N', 'interface', 'lo0'],
    [
      '-N address=10.0.42.12 netmask=255.255.252.0',
      'db',
      'N',
      'mask_prefix,broadcast',
      '255.255.252.0:10.0.43.255\n255.0.0.0:127.255.255.255',
    ],
    // What is not said stays: this one's broadcast is not the derived one.
    [
      '-N address=10.0.42.12 interface=en0',
      'db',
      'N',
      'address,mask_prefix,broadcast',
      '10.0.42.12:255.255.255.0:10.0.42.99\n127.0.0.1:255.0.0.0:127.255.255.255',
    ],
    [
      '-N address=10.0.42.11 broadcast=10.0.43.1',
      'web',
      'N',
      undefined,
      'web:en0:10.0.42.11:255.255.252.0:10.0.43.1',
    ],
    ['-N address6=FD00:0::9', 'web', 'N', undefined, `web:${web}\nweb:en0:fd00#!:#!:9:64:`],
    [
      '-N address=10.0.42.60 -N address=10.0.42.61 netmask=255.255.255.0',
      'web',
      'N',
      'address,mask_prefix,broadcast',
      '10.0.42.11:255.255.252.0:10.0.43.255\n10.0.42.60:255.255.252.0:10.0.43.255\n10.0.42.61:255.255.255.0:10.0.42.255',
    ],
    // -a: the next free one of the subnet; 10.0.42.12 is another WPAR's.
    ['-a -N address=10.0.42.12', 'web', 'N', 'address', '10.0.42.11\n10.0.42.13'],
  ])('chwpar %s %s', async (...change) => {
    await expectChange(change);
  });

  test('-a does not choose an address that the WPAR has', async () => {
    const lab = lifeCycle();
    await lab.ok('chwpar -N address=10.0.42.13 web');
    await lab.ok('chwpar -a -N address=10.0.42.12 web');
    expect(await view(lab, 'web', 'N', 'address')).toBe('10.0.42.11\n10.0.42.13\n10.0.42.14');
  });

  test('an IPv6 address is the same in every spelling', async () => {
    const lab = lifeCycle();
    await lab.ok('chwpar -N address6=fd00::9 prefixlen=48 web');
    await lab.ok('chwpar -N address6=FD00:0:0::0009 interface=en0 web');
    expect(await view(lab, 'web', 'N', 'address,mask_prefix')).toBe(
      '10.0.42.11:255.255.252.0\nfd00#!:#!:9:48',
    );
    await lab.ok('chwpar -K -N address6=fd00::0:9 web');
    expect(await view(lab, 'web', 'N', 'address')).toBe('10.0.42.11');
  });

  test('with two networks the subnet decides, or interface=', async () => {
    const lab = lifeCycle('ga71');
    await expectRefusal(
      lab,
      'chwpar -N address=172.16.0.9 two',
      'chwpar: Address 172.16.0.9 is on none of the networks of the global environment; name the interface with interface=.',
    );
    await lab.ok('chwpar -N address=192.168.0.9 -N address=172.16.0.9 netmask=255.255.0.0 interface=en0 two');
    expect(await view(lab, 'two', 'N')).toBe(
      'two:en1:192.168.0.9:255.255.255.0:192.168.0.255\ntwo:en0:172.16.0.9:255.255.0.0:172.16.255.255',
    );
  });

  test.each([
    ['-N netmask=255.255.255.0 web', 'chwpar: The -N flag requires an address= or address6= attribute.'],
    ['-N address=10.0.42.300 web', 'chwpar: "10.0.42.300" is not a valid address.'],
    ['-N address=10.0.42.60 netmask=255.0.255.0 web', 'chwpar: "255.0.255.0" is not a valid netmask.'],
    ['-N address=10.0.42.60 broadcast=x web', 'chwpar: "x" is not a valid broadcast.'],
    ['-N address6=fd00 web', 'chwpar: "fd00" is not a valid address6.'],
    ['-N address6=fd00::9 prefixlen=129 web', 'chwpar: "129" is not a valid prefixlen.'],
    [
      '-N address=10.0.42.60 address6=fd00::9 web',
      'chwpar: The address and address6 attributes of the -N flag cannot be used together.',
    ],
    [
      '-N address6=fd00::9 netmask=255.255.255.0 web',
      'chwpar: The netmask and address6 attributes of the -N flag cannot be used together.',
    ],
    [
      '-N address=10.0.42.60 interface=en7 web',
      'chwpar: The global environment has no network interface en7.',
    ],
    ['-N address=10.0.42.1 web', 'chwpar: Address 10.0.42.1 is already used by host lab71.'],
    ['-N address=10.0.42.12 web', 'chwpar: Address 10.0.42.12 is already used by workload partition db.'],
    [
      '-N address=10.0.42.50 web',
      'chwpar: Address 10.0.42.50 is already used by workload partition far of host twin71.',
    ],
    [
      '-N address=10.0.42.60 -N address=10.0.42.60 web',
      'chwpar: Address 10.0.42.60 is already used by workload partition web itself.',
    ],
    ['-K -N address=10.0.42.60 web', 'chwpar: Workload partition web has no address 10.0.42.60.'],
    ['-K -N interface=en0 web', 'chwpar: The -N flag requires an address= or address6= attribute.'],
  ])('refused: chwpar %s', async (words, message) => {
    await expectRefusal(lifeCycle(), `chwpar ${words}`, message);
  });

  test('a full network: -a finds none', async () => {
    const lab = lifeCycle();
    await lab.ok('chwpar -N address=10.0.42.61 netmask=255.255.255.252 web');
    await lab.ok('chwpar -N address=10.0.42.62 netmask=255.255.255.252 web');
    await expectRefusal(
      lab,
      'chwpar -a -N address=10.0.42.62 netmask=255.255.255.252 own',
      'chwpar: No free address is left on the network of interface en0.',
    );
  });

  test('a host without a network', async () => {
    const lab = new TestLab(testWorld('kitchen'));
    await expectRefusal(
      lab,
      'chwpar -N address=10.0.42.60 kitchenwpar',
      'chwpar: The global environment has no network interface for address 10.0.42.60.',
    );
  });
});

describe('routes', () => {
  test.each<WparChange>([
    ['-I rtdest=default rtgateway=10.0.42.254', 'web', 'I', undefined, 'web::default:10.0.42.254:en0'],
    ['-I rtdest=default rtgateway=10.0.42.254', 'web', '', 'routing', 'yes'],
    [
      '-I rtdest=10.1.0.0/16 rtgateway=gw rttype=net rtinterface=en0',
      'web',
      'I',
      undefined,
      'web:net:10.1.0.0/16:gw:en0',
    ],
    ['-I rtdest=default rtgateway=10.0.42.254 rttype=net', 'db', 'I', 'rttype,rtdest', 'net:default'],
    ['-K -I rtdest=default rtgateway=10.0.42.254', 'db', 'I', undefined, ''],
    ['-K -i', 'db', 'I', undefined, ''],
    ['-K -i', 'db', '', 'routing', 'no'],
  ])('chwpar %s %s', async (...change) => {
    await expectChange(change);
  });

  test.each([
    ['-I rtdest=default web', 'chwpar: The -I flag requires the rtdest= and rtgateway= attributes.'],
    ['-I rtdest=a;b rtgateway=gw web', 'chwpar: "a;b" is not a valid rtdest.'],
    ['-I rtdest=default rtgateway=/ web', 'chwpar: "/" is not a valid rtgateway.'],
    [
      '-I rtdest=default rtgateway=gw rttype=x web',
      'chwpar: "x" is not a valid value of the rttype attribute.',
    ],
    [
      '-I rtdest=default rtgateway=gw rtfamily=x web',
      'chwpar: "x" is not a valid value of the rtfamily attribute.',
    ],
    ['-I rtdest=default rtgateway=gw rtnetmask=x web', 'chwpar: "x" is not a valid rtnetmask.'],
    ['-I rtdest=default rtgateway=gw rtprefixlen=x web', 'chwpar: "x" is not a valid rtprefixlen.'],
    [
      '-I rtdest=default rtgateway=gw rtinterface=en7 web',
      'chwpar: The global environment has no network interface en7.',
    ],
    ['-K -I rtdest=default web', 'chwpar: The -I flag requires the rtdest= and rtgateway= attributes.'],
    [
      '-K -I rtdest=default rtgateway=10.0.42.253 db',
      'chwpar: Workload partition db has no route to default through 10.0.42.253.',
    ],
  ])('refused: chwpar %s', async (words, message) => {
    await expectRefusal(lifeCycle(), `chwpar ${words}`, message);
  });
});
