// In the first operation that is expanded, Swagger UI shows the parameters inherited from the path without their names.
// So copy them into each operation.
const ownParameters = (document) => {
    for (const {parameters: inherited = [], ...operations} of Object.values(document.paths)) {
        for (const operation of Object.values(operations)) {
            operation.parameters = [...inherited, ...operation.parameters ?? []];
        }
    }
    Object.values(document.paths).forEach((path) => delete path.parameters);
    return document;
};

// No validator badge: the page must not load anything from other hosts or send anything to them.
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
