import { list, phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';
import { swallowedFields } from '../../readings/swallowed-fields';

export const requestStrayBlankLine: Fact = {
  name: 'request.strayBlankLine',
  about: 'Header fields stand below a blank line of the request, so that they were sent as its body.',
  test(reading) {
    const { fields, line } = swallowedFields(reading);
    if (fields.length === 0) return reading.requestBody.kind === 'large' ? unknown() : fails();
    const names = list(fields.map((name) => `\`${name}\``));
    return holds(
      line === undefined
        ? phrase('The body starts with what are meant to be header fields: {0}.', names)
        : phrase(
            'Line {0} of the file is blank, so that {1} below it went out as the body.',
            line + 1,
            names,
          ),
    );
  },
};
