using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Certificates;
using Scoring.Api.Security;

namespace Scoring.Api.Console.Certificates;

/// <summary>证书密钥 (R-H6): the key certificates are signed with, to be kept apart and carried to another machine.</summary>
[Authorize(Policy = Policies.Administer)]
public sealed class KeysModel(Desk desk, CertificateKeys keys) : ConsolePage(desk)
{
    private const int LargestFile = 16 * 1024;

    public string Current => keys.CurrentId;

    /// <summary>Its fingerprint, as signed lists and archives are compared by.</summary>
    public string Print => Lists.SignedList.Print(keys.PublicKeys[keys.CurrentId]);

    public IReadOnlyList<string> Earlier => [.. keys.PublicKeys.Keys.Where(id => id != Current).Order(StringComparer.Ordinal)];

    /// <summary>Declared lost: their signatures prove nothing.</summary>
    public IReadOnlyList<string> Lost => keys.Lost;

    public void OnGet()
    {
    }

    [Needs(Policies.Administer)]
    public IActionResult OnPostExport(string? password, string? again)
    {
        if (password != again || keys.Export(password ?? "") is not { } pem)
        {
            Say(password == again ? "口令至少 8 位。" : "两次口令不一样。", bad: true);
            return LocalRedirect(Request.Path);
        }

        Response.Headers.CacheControl = "no-store";
        return File(Encoding.ASCII.GetBytes(pem + "\n"), "application/x-pem-file", $"证书密钥-{Current}.pem");
    }

    [Needs(Policies.Administer)]
    public async Task<IActionResult> OnPostImport(IFormFile? file, string? password)
    {
        var refused = file is not { Length: > 0 and <= LargestFile } ? "请选导出的密钥文件（.pem）。" : keys.Import(await Text(file), password ?? "");
        Say(refused ?? $"已换用密钥 {Current}。之前签的证书仍能核验；请重新下载离线核验页。", bad: refused is not null);
        return LocalRedirect(Request.Path);
    }

    /// <summary>A public key, e.g. from <c>keys/</c> of a sealed archive: what it signed verifies here too.</summary>
    [Needs(Policies.Administer)]
    public async Task<IActionResult> OnPostTrust(IFormFile? file)
    {
        var id = file is { Length: > 0 and <= LargestFile } ? keys.Trust(await Text(file)) : null;
        if (id is not null)
        {
            Desk.Access.Write(Me, null, "收入核验用的公钥", id);
        }

        Say(id is null ? "不是公钥文件（BEGIN PUBLIC KEY，P-256）。没有改动。" : $"已收入公钥 {id}：用它签的证书在这里也能核验。请确认指纹和颁发单位公布的一样。", bad: id is null);
        return LocalRedirect(Request.Path);
    }

    [Needs(Policies.Administer)]
    public IActionResult OnPostRotate()
    {
        if (ChangedMeanwhile(Current))
        {
            return LocalRedirect(Request.Path);
        }

        keys.Rotate();
        Desk.Access.Write(Me, null, "换证书密钥");
        Say($"以后的证书用新密钥 {Current} 签。之前签的证书仍能核验；请重新下载离线核验页，并做一次备份。");
        return LocalRedirect(Request.Path);
    }

    [Needs(Policies.Administer)]
    public IActionResult OnPostLost(string? key)
    {
        var done = keys.DeclareLost(key ?? "");
        if (done)
        {
            Desk.Access.Write(Me, null, "声明证书密钥作废", key);
        }

        Say(done ? $"密钥 {key} 已作废。在这里登记过的证书仍能核验；只凭它的签名、登记里没有的，一律不认。请重新下载离线核验页。" : "没有这把密钥，请刷新。", bad: !done);
        return LocalRedirect(Request.Path);
    }

    private static async Task<string> Text(IFormFile file)
    {
        using var reader = new StreamReader(file.OpenReadStream());
        return await reader.ReadToEndAsync();
    }
}
