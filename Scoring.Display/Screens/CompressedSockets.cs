using System.Net.WebSockets;
using Microsoft.AspNetCore.Http.Features;

namespace Scoring.Display.Screens;

/// <summary>
/// Lets a hub's sockets compress what they carry. Only for a hub that carries nothing secret: the length of what is compressed says something about it.
/// </summary>
internal static class CompressedSockets
{
    public static T Compressed<T>(this T hub, IEndpointRouteBuilder routes) where T : IEndpointConventionBuilder
    {
        hub.Add(endpoint =>
        {
            var run = endpoint.RequestDelegate!; // a hub's endpoints have one
            var pipeline = routes.CreateApplicationBuilder();
            pipeline.UseWebSockets();
            pipeline.Run(http =>
            {
                if (http.Features.Get<IHttpWebSocketFeature>() is { } sockets)
                {
                    http.Features.Set<IHttpWebSocketFeature>(new Compressing(sockets));
                }

                return run(http);
            });
            endpoint.RequestDelegate = pipeline.Build();
        });
        return hub;
    }

    private sealed class Compressing(IHttpWebSocketFeature sockets) : IHttpWebSocketFeature
    {
        public bool IsWebSocketRequest => sockets.IsWebSocketRequest;

        public Task<WebSocket> AcceptAsync(WebSocketAcceptContext context)
        {
            context.DangerousEnableCompression = true;
            context.DisableServerContextTakeover = true; // thousands of phones: nothing is kept for each between two messages
            return sockets.AcceptAsync(context);
        }
    }
}
