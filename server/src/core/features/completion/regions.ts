import { accountIn } from '../../model/account';
import type { Choice, Place } from './place';

/** Every Region that accounts can use, by its place. https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html */
const REGIONS: Readonly<Record<string, string>> = {
  'us-east-1': 'N. Virginia',
  'us-east-2': 'Ohio',
  'us-west-1': 'N. California',
  'us-west-2': 'Oregon',
  'ca-central-1': 'Canada',
  'ca-west-1': 'Calgary',
  'mx-central-1': 'Mexico',
  'sa-east-1': 'São Paulo',
  'eu-central-1': 'Frankfurt',
  'eu-central-2': 'Zurich',
  'eu-north-1': 'Stockholm',
  'eu-south-1': 'Milan',
  'eu-south-2': 'Spain',
  'eu-west-1': 'Ireland',
  'eu-west-2': 'London',
  'eu-west-3': 'Paris',
  'af-south-1': 'Cape Town',
  'il-central-1': 'Tel Aviv',
  'me-central-1': 'UAE',
  'me-south-1': 'Bahrain',
  'ap-east-1': 'Hong Kong',
  'ap-east-2': 'Taipei',
  'ap-northeast-1': 'Tokyo',
  'ap-northeast-2': 'Seoul',
  'ap-northeast-3': 'Osaka',
  'ap-south-1': 'Mumbai',
  'ap-south-2': 'Hyderabad',
  'ap-southeast-1': 'Singapore',
  'ap-southeast-2': 'Sydney',
  'ap-southeast-3': 'Jakarta',
  'ap-southeast-4': 'Melbourne',
  'ap-southeast-5': 'Malaysia',
  'ap-southeast-6': 'New Zealand',
  'ap-southeast-7': 'Thailand',
  'cn-north-1': 'Beijing',
  'cn-northwest-1': 'Ningxia',
  'us-gov-east-1': 'GovCloud, east',
  'us-gov-west-1': 'GovCloud, west',
};

/** The Region of the document first, then that of the settings, then all. */
export function regions({ definition, surroundings }: Place): Choice[] {
  const own = accountIn(definition.node).region;
  const first = [own, surroundings.region].filter((region): region is string => !!region);
  return [...new Set([...first, ...Object.keys(REGIONS)])].map((value) => ({
    value,
    detail: value === own ? 'used in this file' : REGIONS[value],
  }));
}
