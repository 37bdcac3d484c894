using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.Http.Connections.Client;
using Microsoft.AspNetCore.SignalR.Client;
using Scoring.Core.Json;

namespace Scoring.Display.Upstream;

public static class HubConnections
{
    /// <summary>A connection, not yet started, to a hub of this system, speaking its JSON.</summary>
    /// <param name="hub">http or https address of the hub.</param>
    /// <remarks>A WebSocket from the first byte: a negotiation holds on the node that answered it alone.</remarks>
    public static HubConnection To(Uri hub, Action<HttpConnectionOptions>? configure = null) =>
        new HubConnectionBuilder()
            .WithUrl(hub, options =>
            {
                options.Transports = HttpTransportType.WebSockets;
                options.SkipNegotiation = true;
                configure?.Invoke(options);
            })
            .AddJsonProtocol(json => ScoringJson.Configure(json.PayloadSerializerOptions))
            .Build();
}
