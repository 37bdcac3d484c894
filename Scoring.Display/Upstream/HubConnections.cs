using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Scoring.Core.Json;

namespace Scoring.Display.Upstream;

public static class HubConnections
{
    /// <summary>A connection, not yet started, to a hub of this system, speaking its JSON.</summary>
    /// <param name="hub">http or https address of the hub.</param>
    public static HubConnection To(Uri hub, Action<ClientWebSocketOptions>? configure = null)
    {
        var address = new UriBuilder(hub) { Scheme = hub.Scheme == Uri.UriSchemeHttps ? Uri.UriSchemeWss : Uri.UriSchemeWs };
        var builder = new HubConnectionBuilder();
        builder.Services.AddSingleton<IConnectionFactory>(new WebSocketConnections(configure));
        builder.Services.AddSingleton<EndPoint>(new UriEndPoint(address.Uri));
        builder.AddJsonProtocol(json => ScoringJson.Configure(json.PayloadSerializerOptions));
        return builder.Build();
    }
}
