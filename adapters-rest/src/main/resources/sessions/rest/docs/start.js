// Swagger UI shows parameters that an operation inherits from its path without their names in the operation that is
// opened first. So each operation gets them as its own.
const ownParameters = (document) => {
    for (const {parameters: inherited = [], ...operations} of Object.values(document.paths)) {
        for (const operation of Object.values(operations)) {
            operation.parameters = [...inherited, ...operation.parameters ?? []];
        }
    }
    Object.values(document.paths).forEach((path) => delete path.parameters);
    return document;
};

// Everything comes from this service, and nothing is sent elsewhere: no validator badge.
SwaggerUIBundle({
    url: 'openapi.json',
    dom_id: '#swagger-ui',
    deepLinking: true,
    defaultModelsExpandDepth: 0,
    tryItOutEnabled: true,
    validatorUrl: null,
    plugins: [{
        statePlugins: {
            spec: {wrapActions: {updateJsonSpec: (proceed) => (document) => proceed(ownParameters(document))}}
        }
    }]
});
