import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '@yiyang/access';
import { DevelopmentIssuer } from './development-issuer.js';

/** OpenID Connect discovery of the development issuer, so that ordinary clients find its endpoints. */
@ApiExcludeController()
@Controller('.well-known')
export class DiscoveryController {
  constructor(private readonly issuer: DevelopmentIssuer) {}

  @Public()
  @Get('openid-configuration')
  read(): object {
    const { issuer } = this.issuer;
    return {
      issuer,
      token_endpoint: `${issuer}/dev/token`,
      jwks_uri: `${issuer}/dev/jwks.json`,
      grant_types_supported: ['client_credentials'],
      response_types_supported: [],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['ES256'],
      token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    };
  }
}
