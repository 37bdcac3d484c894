using System.Net.Sockets;

namespace Scoring.Testing;

/// <summary>Whether a server that is being started answers yet.</summary>
public static class Health
{
    public static async Task<bool> Answers(HttpClient http, string url)
    {
        try
        {
            return (await http.GetAsync(url + "/health")).IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or SocketException)
        {
            // a bare SocketException: the other side hung up while the client asked for its address
            return false;
        }
    }
}
